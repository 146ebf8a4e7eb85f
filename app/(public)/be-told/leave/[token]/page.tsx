import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { leavingWith } from "@/lib/interest/queries";
import { TOPIC_WORDS } from "@/lib/interest/schema";
import { leave } from "../../actions";

export const metadata: Metadata = { robots: { index: false } };

/** Where the link to leave leads: one button. Opening it changes nothing. */
export default async function LeavePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const leaving = (await leavingWith(token)) ?? notFound();
  const title = leaving.state === "on" ? "Leave the list" : "You are not on the list";
  return (
    <div className="wrap">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <div className="max-w-prose pb-12">
        <PageHeading title={title} />
        {leaving.state === "on" ? (
          <>
            <p className="mb-6">
              You asked us to write {TOPIC_WORDS[leaving.topic].when} for {leaving.programme.title} (
              {leaving.programme.shortName}). When you leave, your address is deleted from this list at once.
            </p>
            <ActionForm action={leave} submitLabel="Leave the list" hidden={{ token }} />
          </>
        ) : (
          <p>
            Your address is deleted from it, and no more news comes. To be told again, ask on the page of the{" "}
            <a href="/programmes">programme</a>.
          </p>
        )}
      </div>
    </div>
  );
}
