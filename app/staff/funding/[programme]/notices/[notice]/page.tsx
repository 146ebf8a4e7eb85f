import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { Prose } from "@/components/prospectus/prose";
import { PageHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { dateTimeInLondon } from "@/lib/dates";
import { toldOf } from "@/lib/interest/queries";
import { renderMarkdown } from "@/lib/markdown";
import { withdraw } from "../../../actions";
import { findFunding } from "../../../find";

export const metadata: Metadata = { title: "A scholarship notice" };

const STATES = { to_come: "To come", public: "Public", withdrawn: "Withdrawn" } as const;

type Props = { params: Promise<{ programme: string; notice: string }> };

export default async function NoticePage({ params }: Props) {
  const { programme, notice: id } = await params;
  const { slug, shortName, notices, home } = await findFunding(
    programme,
    `/notices/${encodeURIComponent(id)}`,
  );
  const notice = notices.find((each) => each.id === id) ?? notFound();
  const { state, publicFrom, by, withdrawnAt, body } = notice;
  const news = (await toldOf([id])).get(id);
  return (
    <div className="max-w-prose">
      <PageHeading title="A scholarship notice" back={{ href: home, label: `Funding: ${shortName}` }} />
      <section className="card mb-6" aria-label="As the public reads it">
        <Prose html={renderMarkdown(body)} />
      </section>
      <SummaryList
        rows={[
          { label: "State", value: withdrawnAt ? `${STATES[state]} on ${withdrawnAt}` : STATES[state] },
          { label: "Public from", value: publicFrom },
          { label: "Written by", value: by },
          {
            label: "Told",
            value: news ? `${news.told}, on ${dateTimeInLondon(news.toldAt)}` : "Nobody yet",
          },
        ]}
      />
      {state === "withdrawn" ? null : (
        <section className="mt-8" aria-labelledby="withdraw">
          <h2 id="withdraw">Withdraw it</h2>
          <p className="my-3">
            It is not shown any more
            {news ? "; those who were told are not written to again" : ", and nobody is told of it"}. To
            change a notice, withdraw it and write another.
          </p>
          <ActionForm
            action={withdraw.bind(null, { slug, id })}
            submitLabel="Withdraw the notice"
            submitVariant="warning"
          />
        </section>
      )}
    </div>
  );
}
