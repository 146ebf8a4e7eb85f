import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeading } from "@/components/ui/page-heading";
import { CONTACT_EMAIL } from "@/lib/email/layout";
import { enquiryReceipt } from "@/lib/enquiries/queries";
import type { EnquiryReceipt } from "@/lib/enquiries/views";

export const metadata: Metadata = { title: "Your question", robots: { index: false } };

export default async function EnquiryPage({ params }: { params: Promise<{ reference: string }> }) {
  const receipt = await enquiryReceipt((await params).reference);
  if (!receipt) notFound();
  return (
    <div className="wrap">
      <div className="max-w-prose pb-12">
        <PageHeading title={TITLES[receipt.state]} />
        <div className="prose">
          <p>
            Your reference is <strong>{receipt.reference}</strong>.
          </p>
          <WhatHappens receipt={receipt} />
          <p>
            <a href="/">See our programmes</a> · <a href="/contact">Ask something else</a>
          </p>
        </div>
      </div>
    </div>
  );
}

const TITLES: Record<EnquiryReceipt["state"], string> = {
  waiting: "We have your question",
  answered: "Your question is answered",
  set_aside: "Your question is closed",
};

function WhatHappens({ receipt: { state, dueAt, answeredAt } }: { receipt: EnquiryReceipt }) {
  const mail = <a href={`mailto:${CONTACT_EMAIL}`}>{CONTACT_EMAIL}</a>;
  switch (state) {
    case "waiting":
      return (
        <>
          <p>
            We answer by e-mail by <strong>{dueAt}</strong>. A confirmation with this reference is on its way
            to you; if it has not come in ten minutes, look among unwanted mail, or check that the address you
            typed was right and ask again.
          </p>
          <p>You need not do anything. To add something, write to {mail} and quote the reference.</p>
        </>
      );
    case "answered":
      return (
        <p>
          We answered by e-mail on {answeredAt}. If it has not reached you, look among unwanted mail, then
          write to {mail} and quote the reference.
        </p>
      );
    case "set_aside":
      return (
        <p>
          We have closed it without an answer. If you still need one, write to {mail} and quote the reference.
        </p>
      );
  }
}
