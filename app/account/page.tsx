import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { requireViewer } from "@/lib/auth/session";
import { endAllSessions } from "./actions";
import { LooksPart } from "./looks-part";
import { SecondFactorPart } from "./second-factor-part";

export const metadata: Metadata = { title: "Your account" };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function AccountPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireViewer("/account");
  const { changed } = await searchParams;
  return (
    <>
      <PageHeading title="Your account" />
      {changed === "address" ? (
        <div className="mb-5">
          <Notice tone="done" title="Your e-mail address is changed">
            Sign in with {actor.email} from now on. Every other browser and device is signed out.
          </Notice>
        </div>
      ) : null}
      <SummaryList
        rows={[
          ...(actor.name ? [{ label: "Name", value: actor.name }] : []),
          {
            label: "E-mail address",
            value: <span className="break-words">{actor.email}</span>,
            change: { href: "/account/address", what: "your e-mail address" },
          },
        ]}
      />
      <p className="mt-5">
        If you take part in a programme, choose <a href="/dashboard/reminders">how often we remind you</a>.
      </p>
      <SecondFactorPart />
      <LooksPart actor={actor} />
      <h2 className="mt-9 mb-2">Sign out everywhere</h2>
      <p className="mb-4">
        If you have lost a device, used a shared computer, or had an e-mail about a change that you did not
        ask for: this ends every session of yours at once, here too, and stops a change of address that is
        under way.
      </p>
      <ActionForm action={endAllSessions} submitLabel="Sign out everywhere" submitVariant="secondary" />
    </>
  );
}
