import type { Instrumentation } from "next";

/**
 * Runs once as each server starts, before the first request. Here areas' timed work is named for the platform,
 * which may not import them.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [
    { startBackground },
    { expireOffers },
    { remindDrafts },
    { remindSponsors },
    { purgeExpired },
    { tellNews },
    { purgeInterests },
    { remindRegistered },
    { forgetRegistrations },
    { wipeExpired },
    { sendReminders },
    { releasePlaces },
    { forgetNeeds },
    { releaseVisits },
    { writeToMentors },
    { makeAllSummaries },
    { tellMovedDates },
  ] = await Promise.all([
    import("./lib/jobs/background"),
    import("./lib/applications/expire-offers"),
    import("./lib/applications/remind-drafts"),
    import("./lib/applications/endorsement/remind"),
    import("./lib/auth/purge"),
    import("./lib/interest/tell"),
    import("./lib/interest/purge"),
    import("./lib/webinars/remind"),
    import("./lib/webinars/forget"),
    import("./lib/email/lease"),
    import("./lib/reminders/send"),
    import("./lib/events/release"),
    import("./lib/events/forget-needs"),
    import("./lib/peer-groups/release-visits"),
    import("./lib/mentoring/write-to-mentor"),
    import("./lib/engagement/summaries"),
    import("./lib/milestone-changes/tell-dates"),
  ]);
  startBackground([
    { name: "expire-offers", cron: "*/5 * * * *", run: expireOffers },
    { name: "remind-drafts", cron: "27 8-19 * * *", run: remindDrafts },
    { name: "remind-sponsors", cron: "12 9-16 * * 1-5", run: remindSponsors },
    { name: "write-to-mentors", cron: "32 9-16 * * 1-5", run: writeToMentors },
    { name: "purge-sign-ins", cron: "17 * * * *", run: purgeExpired },
    { name: "tell-news", cron: "*/5 * * * *", run: (at) => tellNews(at) },
    { name: "tell-moved-dates", cron: "* * * * *", run: (at) => tellMovedDates(at) },
    { name: "purge-interests", cron: "37 * * * *", run: purgeInterests },
    { name: "remind-webinars", cron: "*/10 8-19 * * *", run: remindRegistered },
    { name: "forget-webinars", cron: "23 3 * * *", run: forgetRegistrations },
    { name: "wipe-dead-letters", cron: "47 * * * *", run: wipeExpired },
    { name: "remind-participants", cron: "*/30 7-18 * * *", run: (at) => sendReminders(at) },
    { name: "release-places", cron: "*/10 * * * *", run: releasePlaces },
    { name: "engagement-summaries", cron: "*/15 * * * *", run: makeAllSummaries },
    { name: "release-visits", cron: "5-59/10 * * * *", run: releaseVisits },
    { name: "forget-event-needs", cron: "33 3 * * *", run: forgetNeeds },
  ]);
}

/** A fault that reached nobody's catch: logged with its place, never with its message, which may quote data. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ errorFacts, log }, { isUnreadableForm, noteUnreadableForm, REQUEST_HEADER }] = await Promise.all([
    import("./lib/log"),
    import("./lib/server/unreadable"),
  ]);
  // Somebody's broken form is no fault of ours: the server in front says so (lib/server/serve.ts).
  if (isUnreadableForm(error)) return noteUnreadableForm(request.headers[REQUEST_HEADER]);
  const digest = (error as { digest?: string }).digest;
  log.error(
    { route: context.routePath, method: request.method, digest, error: errorFacts(error) },
    "A request failed",
  );
};
