import { oneClick } from "@/app/(public)/one-click";
import { chooseByLink } from "@/lib/reminders/choose";

/** The fewest that there are: the day before an event, and once when something is late. */
export const { GET, POST } = oneClick(
  "/reminders",
  "You get only essential reminders from now on.",
  (token, at) => chooseByLink(token, "essential", at),
);
