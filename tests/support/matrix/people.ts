import type { Find } from "../matrix-actions";
import { notAdministrator, notManager } from "../matrix-actions";
import type { MatrixArea } from "../matrix-areas";
import { administrators, managersOfAny, managersOfIt, staff } from "../matrix-table";

const actions = "app/staff/people/actions.ts";
const factor = "app/account/second-factor/actions.ts";
const viewing = "app/staff/cohorts/[cohort]/participants/[id]/viewing";

/** Tom Ellery, a facilitator of the demo's. */
const tom = (find: Find) => find(`SELECT id FROM "User" WHERE email = 'tom.ellery@example.org'`);
const tomsPage = async (find: Find) => `/staff/people/${await tom(find)}`;

/** The page that asks why somebody looks at Quentin Ashby's pages. */
async function lookPage(find: Find): Promise<string> {
  const sql = (column: string) =>
    `SELECT e."${column}" AS id FROM "Enrolment" e JOIN "User" u ON u.id = e."userId" WHERE u.email = 'quentin.ashby@example.org'`;
  return `/staff/cohorts/${await find(sql("cohortId"))}/participants/${await find(sql("id"))}/viewing`;
}

/** What an administrator does about Tom. */
const about = (button: string, fields?: Record<string, string>) => ({
  page: tomsPage,
  button,
  owner: "administrator" as const,
  ...(fields ? { fields } : {}),
  refused: notAdministrator,
});

/** People and roles, the second factor, the staff's provider, seeing as somebody, and the search. */
export const people: MatrixArea = {
  pages: {
    "(auth)/sign-in/provider": "none none none none none none none none",
    "(auth)/sign-in/second-factor": "sign-in home home home home home home home",
    "account/second-factor": staff,
    [viewing.slice("app/".length)]: managersOfIt,
    "staff/people": administrators,
    "staff/people/[id]": administrators,
    "staff/people/[id]/access-end": administrators,
    "staff/people/new": administrators,
    "staff/search": staff,
    "staff/viewing": managersOfAny,
  },
  handlers: {
    "GET (auth)/sign-in/provider/callback":
      "whoever comes back from the provider in the browser that went there: auth-provider.test.ts",
    "POST staff/viewing/end": "everybody, from the portal's own pages; ends one's own look only",
  },
  actions: {
    "app/(auth)/sign-in/actions.ts#goToProvider": "open to everybody: auth-provider.test.ts",
    "app/(auth)/sign-in/second-factor/actions.ts#finishSigningIn":
      "a session that waits for a code: auth-second-factor.test.ts",
    [`${factor}#beginSetUp`]: "the sender's own: auth-second-factor.test.ts",
    [`${factor}#confirmSetUp`]: "the sender's own: auth-second-factor.test.ts",
    [`${factor}#makeRecoveryCodes`]: "the sender's own: auth-second-factor.test.ts",
    [`${factor}#endOwn`]: "the sender's own: auth-second-factor.test.ts",
    [`${viewing}/actions.ts#look`]: {
      page: lookPage,
      button: "See their pages",
      owner: "manager",
      fields: { reason: "Asked by the matrix" },
      refused: notManager,
    },
    [`${actions}#sendInvitation`]: {
      page: async () => "/staff/people/new",
      button: "Send the invitation",
      owner: "administrator",
      fields: { name: "Matrix Coach", email: "matrix.coach@example.org", holds: "coach", cohort: "" },
      refused: notAdministrator,
    },
    [`${actions}#takeBackInvitation`]: {
      page: async () => "/staff/people",
      button: "Withdraw",
      owner: "administrator",
      refused: notAdministrator,
    },
    [`${actions}#giveRole`]: about("Give this role", { holds: "coach", cohort: "" }),
    [`${actions}#takeRole`]: about("End"),
    [`${actions}#signOutOf`]: about("Sign them out everywhere"),
    [`${actions}#endAllAccess`]: {
      ...about("End their access"),
      page: async (find) => `${await tomsPage(find)}/access-end`,
    },
    [`${actions}#giveAccessBack`]: "administrators, for whose access has ended: auth-sessions.test.ts",
    [`${actions}#resetFactor`]: "administrators: auth-second-factor.test.ts",
    [`${actions}#setLinks`]: "administrators, where there is a provider: auth-provider.test.ts",
  },
  addresses: async (find) => ({
    [viewing.slice("app/".length)]: await lookPage(find),
    "staff/people/[id]": await tomsPage(find),
    "staff/people/[id]/access-end": `${await tomsPage(find)}/access-end`,
  }),
  state: [
    `SELECT jsonb_agg(to_jsonb(i) ORDER BY i.id) FROM "Invitation" i WHERE i.email IN ('matrix.coach@example.org', 'noor.haddad@example.org')`,
    `SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM "RoleAssignment" r JOIN "User" u ON u.id = r."userId" WHERE u.email = 'tom.ellery@example.org'`,
    `SELECT "accessEndedAt"::text FROM "User" WHERE email = 'tom.ellery@example.org'`,
    `SELECT count(*) FROM "Viewing" WHERE reason = 'Asked by the matrix'`,
  ],
};
