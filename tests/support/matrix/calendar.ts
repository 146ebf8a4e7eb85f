import type { MatrixArea } from "../matrix-areas";
import { signedIn } from "../matrix-table";

const actions = "app/dashboard/calendar/actions.ts";

/** A participant's private calendar address. */
export const calendar: MatrixArea = {
  pages: { "dashboard/calendar": signedIn },
  handlers: { "GET calendar/[token]": "whoever has the private address: the participant's own calendar" },
  actions: {
    [`${actions}#makeAddress`]: {
      page: async () => "/dashboard/calendar",
      button: "Make my calendar address",
      owner: "participant",
      refused: [],
    },
    [`${actions}#replaceAddress`]: "the sender's own: calendar-feed.test.ts",
    [`${actions}#endAddress`]: "the sender's own: calendar-feed.test.ts",
  },
};
