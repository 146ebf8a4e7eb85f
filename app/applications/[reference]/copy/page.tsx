import type { Metadata } from "next";
import { AnswersList } from "@/components/applications/answers";
import { PageHeading } from "@/components/ui/page-heading";
import { longDate } from "@/lib/dates";
import { findOwn } from "../../find";

type Props = { params: Promise<{ reference: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `A copy of application ${(await params).reference}` };
}

/** All the answers on one page, made to be printed. */
export default async function CopyPage({ params }: Props) {
  const { reference } = await params;
  const { programme, cohort, answers, needs, submittedOn } = await findOwn(reference, "/copy");
  return (
    <div className="max-w-[50rem]">
      <PageHeading
        title={`${programme.title}, ${cohort.name}`}
        caption={`Application ${reference} · ${submittedOn ? `sent on ${longDate(submittedOn)}` : "not sent yet"}`}
        back={{ href: `/applications/${reference}`, label: "Your application" }}
      />
      <p className="no-print mb-6 text-muted">This page is made to be printed, or saved as a PDF.</p>
      <AnswersList answers={answers} needs={needs} />
    </div>
  );
}
