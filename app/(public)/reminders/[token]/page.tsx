import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { FrequencyFields } from "@/components/reminders/frequency-fields";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { frequencyBehind } from "@/lib/reminders/queries";
import { chooseHere } from "./actions";

export const metadata: Metadata = { robots: { index: false, follow: false } };

const TITLE = "How often we remind you";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> };

/** Where the link in a reminder leads, signed in or not. Opening it changes nothing. */
export default async function RemindersByLinkPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const frequency = (await frequencyBehind(token)) ?? notFound();
  return (
    <div className="wrap">
      <div className="max-w-prose pb-12">
        <PageHeading title={TITLE} caption="For everything you take part in. No need to sign in." />
        {done === "saved" ? (
          <div className="mb-5">
            <Notice tone="done">Saved. It holds from the next reminder on.</Notice>
          </div>
        ) : null}
        <ActionForm action={chooseHere} title={TITLE} submitLabel="Save" hidden={{ token }}>
          <FrequencyFields frequency={frequency} />
        </ActionForm>
      </div>
    </div>
  );
}
