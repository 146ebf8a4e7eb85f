import type { Metadata } from "next";
import { NoticeList } from "@/components/funding/notice-list";
import { PartnerList } from "@/components/funding/partner-list";
import { RuleList } from "@/components/funding/rule-list";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { toldOf, waitingCounts } from "@/lib/interest/queries";
import { findFunding } from "../find";

export const metadata: Metadata = { title: "Funding of a programme" };

const DONE: Record<string, string> = {
  notice:
    "The notice is kept. From its time on it is public, and within five minutes those who asked are told.",
  withdrawn: "The notice is withdrawn: it is not shown any more.",
  rule: "The rule is saved. “Is it for me?” goes by it from now on.",
  "rule-gone": "The rule is gone.",
  partner: "The partner is saved.",
  "partner-gone": "The partner is gone.",
};

type Props = { params: Promise<{ programme: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function ProgrammeFundingPage({ params, searchParams }: Props) {
  const funding = await findFunding((await params).programme);
  const { id, slug, title, shortName, notices, rules, partners, lists, home } = funding;
  const [waiting, told] = await Promise.all([waitingCounts(id), toldOf(notices.map((each) => each.id))]);
  const said = DONE[String((await searchParams).done)];
  return (
    <>
      <PageHeading
        title={`Funding: ${shortName}`}
        caption={title}
        back={{ href: "/staff/funding", label: "Funding" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="grid min-w-0 gap-5">
          <section className="card" aria-labelledby="notices">
            <h2 id="notices">Scholarship notices</h2>
            <p className="mb-4">
              On the <a href={`/programmes/${slug}#scholarships`}>public page</a> and at the end of “Is it for
              me?”. <strong>{waiting.scholarships}</strong> confirmed{" "}
              {waiting.scholarships === 1 ? "address waits" : "addresses wait"} for news on scholarships, and{" "}
              <strong>{waiting.next_cohort}</strong> for the next cohort.
            </p>
            <NoticeList notices={notices} told={told} home={home} />
            <p className="mt-5">
              <ButtonLink href={`${home}/notices/new`}>Write a notice</ButtonLink>
            </p>
          </section>
          <section className="card" aria-labelledby="partners">
            <h2 id="partners">International delivery partners</h2>
            <p className="mb-4">
              Where British international schools are sent for the fee and their application.
            </p>
            <PartnerList partners={partners} home={home} />
            <p className="mt-5">
              <ButtonLink href={`${home}/partners/new`} variant="secondary">
                Add a partner
              </ButtonLink>
            </p>
          </section>
        </div>
        <section className="card" aria-labelledby="rules">
          <h2 id="rules">Rules</h2>
          <p className="mb-4">
            Who may be funded, and from when to when. “Is it for me?” says what may apply, never that somebody
            has a scholarship.
          </p>
          <RuleList rules={rules} lists={lists} home={home} />
          <p className="mt-5">
            <ButtonLink href={`${home}/rules/new`} variant="secondary">
              Add a rule
            </ButtonLink>
          </p>
        </section>
      </div>
    </>
  );
}
