import type { Metadata } from "next";
import { EvaluationTable } from "@/components/evaluations/evaluation-table";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { findEvaluations } from "./find";

const TITLE = "End of module evaluations";
export const metadata: Metadata = { title: TITLE };

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function EvaluationFormsPage({ params, searchParams }: Props) {
  const { shortName, mayEdit, modules, home, list } = await findEvaluations((await params).programme);
  return (
    <>
      <PageHeading
        title={TITLE}
        caption="What participants are asked at the end of each module. Answers are anonymous, and keep the questions that they answered."
        back={{ href: home, label: shortName }}
      />
      {(await searchParams).done === "discarded" ? (
        <div className="mb-5">
          <Notice tone="done">The draft is thrown away. What is asked has not changed.</Notice>
        </div>
      ) : null}
      {modules.length === 0 ? (
        <p>No module of the route-map template ends with an evaluation.</p>
      ) : (
        <EvaluationTable modules={modules} list={list} mayEdit={mayEdit} />
      )}
      {mayEdit ? null : <p className="mt-4 text-muted">An administrator changes them.</p>}
    </>
  );
}
