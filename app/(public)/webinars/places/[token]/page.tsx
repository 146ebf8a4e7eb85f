import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Prose } from "@/components/prospectus/prose";
import { PageHeading } from "@/components/ui/page-heading";
import { WebinarTag } from "@/components/webinars/state-tag";
import { now } from "@/lib/clock";
import { renderMarkdown } from "@/lib/markdown";
import { placeOf } from "@/lib/webinars/queries";
import { GiveUp } from "./give-up";
import { JoinCard } from "./join-card";

export const metadata: Metadata = { title: "Your place", robots: { index: false, follow: false } };

export default async function PlacePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const place = await placeOf(token, now());
  if (!place) notFound();
  const { title, when, state, description, joiningUrl } = place;
  return (
    <div className="wrap">
      <PageHeading
        title={title}
        caption={
          <>
            {when} (London time), online{" "}
            {state === "open" || state === "full" ? null : <WebinarTag state={state} />}
          </>
        }
        back={{ href: "/webinars", label: "Information webinars" }}
      />
      <div className="grid items-start gap-x-12 gap-y-8 pb-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6 lg:order-last">
          <JoinCard place={place} token={token} />
          {joiningUrl ? <GiveUp token={token} /> : null}
        </div>
        <Prose html={renderMarkdown(description)} className="max-w-prose" />
      </div>
    </div>
  );
}
