import { Conversation } from "@/components/enquiries/conversation";
import { EnquiryFacts } from "@/components/enquiries/enquiry-facts";
import { OtherEnquiries } from "@/components/enquiries/other-enquiries";
import { EnquiryTag } from "@/components/enquiries/state-tag";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Tag } from "@/components/ui/tag";
import type { EnquiryState } from "@/lib/enquiries/schema";
import { findEnquiry } from "../find";
import { AnswerForm } from "./answer-form";

/** Said once, after the step that led here; only what is true of the enquiry as it stands. */
const DONE: Partial<Record<EnquiryState, string>> = {
  answered: "The answer is on its way by e-mail.",
  set_aside: "The enquiry is set aside. No e-mail goes out.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function EnquiryPage({ params, searchParams }: Props) {
  const { id } = await params;
  const enquiry = await findEnquiry(id);
  const { done } = await searchParams;
  const { name, reference, state, due, others } = enquiry;
  const said = done === undefined ? undefined : DONE[state];
  return (
    <>
      <PageHeading
        title={`${name} asks`}
        caption={
          <>
            {reference} {due ? <Tag tone={due.tone}>{due.words}</Tag> : <EnquiryTag state={state} />}
          </>
        }
        back={{ href: "/staff/enquiries", label: "Enquiries" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">
            {said} <a href="/staff/enquiries">On to what waits</a>
          </Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card>
          <Conversation enquiry={enquiry} />
          <div className="border-line border-t pt-6">
            {/* Empty after each answer; what was typed stays when somebody else was quicker. */}
            <AnswerForm key={String(done)} enquiry={enquiry} />
          </div>
        </Card>
        <div className="grid gap-5">
          <Card labelledBy="facts">
            <h2 id="facts">The enquiry</h2>
            <EnquiryFacts enquiry={enquiry} />
          </Card>
          <Card labelledBy="others">
            <h2 id="others">From the same address</h2>
            <OtherEnquiries others={others} />
          </Card>
        </div>
      </div>
    </>
  );
}
