import type { MatrixArea } from "../matrix-areas";
import { everybody, signedIn } from "../matrix-table";

const link = "(public)/reminders/[token]";

/** How often a participant is reminded: signed in, or by the link that every reminder carries. */
export const reminders: MatrixArea = {
  pages: {
    "dashboard/reminders": signedIn,
    // Whoever has the personal link.
    [link]: everybody,
  },
  handlers: {
    [`GET ${link}/one-click`]: "everybody: leads to the page with the choice",
    [`POST ${link}/one-click`]:
      "whoever has the e-mail, from anywhere; leaves that person's essential reminders: reminders.spec.ts",
  },
  actions: {
    "app/dashboard/reminders/actions.ts#chooseMine": {
      page: async () => "/dashboard/reminders",
      button: "Save",
      owner: "participant",
      refused: [],
    },
    [`app/${link}/actions.ts#chooseHere`]: "whoever has the personal link: reminders.test.ts",
  },
  addresses: async (find) => ({
    [link]: await find(
      `SELECT substring(text from '/reminders/[^[:space:]]+') AS id FROM "DemoMail" WHERE text LIKE '%/reminders/%' LIMIT 1`,
    ),
  }),
  state: [
    `SELECT json_agg(json_build_array("userId", frequency) ORDER BY "userId") FROM "ReminderChoice" r JOIN "User" u ON u.id = r."userId" WHERE u.email = 'quentin.ashby@example.org'`,
  ],
};
