import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Prose } from "@/components/prospectus/prose";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import { WebinarTag } from "@/components/webinars/state-tag";
import { now } from "@/lib/clock";
import { renderMarkdown } from "@/lib/markdown";
import { publicWebinar } from "@/lib/webinars/queries";
import { shareable } from "../../shareable";
import { Registration } from "./registration";

type Props = { params: Promise<{ webinar: string }> };

/** Without the title, which the form writes. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await publicWebinar((await params).webinar, now());
  if (!found) return {};
  const { title, when, id } = found;
  const shown = shareable({ title, description: `Information webinar, ${when}`, path: `/webinars/${id}` });
  return { ...shown, title: undefined };
}

export default async function WebinarPage({ params }: Props) {
  const webinar = await publicWebinar((await params).webinar, now());
  if (!webinar) notFound();
  const { title, when, state, programme, places, description } = webinar;
  return (
    <div className="wrap">
      <PageHeading
        title={title}
        caption={
          <>
            {when} (London time), online{programme ? `. About the ${programme}` : ""}{" "}
            {state === "open" ? null : <WebinarTag state={state} />}
          </>
        }
        back={{ href: "/webinars", label: "Information webinars" }}
      />
      <div className="grid items-start gap-x-12 gap-y-8 pb-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Prose html={renderMarkdown(description)} className="max-w-prose" />
        <Card labelledBy="register">
          <Registration webinar={webinar} />
          {state === "open" && places ? <p className="mt-4 text-muted">{places}.</p> : null}
        </Card>
      </div>
    </div>
  );
}
