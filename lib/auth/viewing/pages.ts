/** Which pages somebody of staff sees as the participant does, while they look (verbs beside this). */

const PARTICIPANTS = "/dashboard";

/**
 * Private to the participant and to others than those who may look: the address of their own calendar, which is a key;
 * coaching, which is the coach's and theirs; check-ins, which are the mentor's and theirs; what they wrote in their
 * learning audits, which their facilitator sees; what they said of a module, which nobody is to know of them.
 */
const LEFT_OUT = [
  "/dashboard/calendar",
  "/dashboard/coaching",
  "/dashboard/evaluations",
  "/dashboard/learning-audits",
  "/dashboard/mentor",
];

const isBelow = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const pathOf = (address: string) => address.split(/[?#]/, 1)[0] ?? "";

export const isParticipantsPage = (address: string) => isBelow(pathOf(address), PARTICIPANTS);
export const isLeftOut = (address: string) => LEFT_OUT.some((folder) => isBelow(pathOf(address), folder));
