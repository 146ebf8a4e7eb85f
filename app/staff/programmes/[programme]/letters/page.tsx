import type { Metadata } from "next";
import { NudgeTemplateTable } from "@/components/engagement/nudge-template-table";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { findTemplates } from "./find";

export const metadata: Metadata = { title: "Letters to participants" };

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { programme } = await params;
  const { shortName, templates, list, home } = await findTemplates(programme);
  const { done } = await searchParams;
  return (
    <>
      <PageHeading
        title="Letters to participants"
        caption="Words to begin with when you write to those you have ticked. Every letter is read, and can be changed, before it is sent."
        back={{ href: home, label: shortName }}
      />
      {done ? (
        <div className="mb-5">
          <Notice tone="done">Saved. The next letter begins with these words.</Notice>
        </div>
      ) : null}
      {templates.length > 0 ? (
        <NudgeTemplateTable templates={templates} list={list} />
      ) : (
        <p>There is none yet.</p>
      )}
      {templates.length > 0 ? <TakeOut list="letter-templates" query={{ programme }} /> : null}
      <p className="mt-5">
        <ButtonLink href={`${list}/new`}>Add a template</ButtonLink>
      </p>
    </>
  );
}
