import type { Metadata } from "next";
import { ListTable } from "@/components/funding/list-table";
import { UploadTable } from "@/components/funding/upload-table";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { fundingOverview } from "@/lib/funding/staff-queries";

export const metadata: Metadata = { title: "Funding" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };
const some = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export default async function FundingPage({ searchParams }: Props) {
  const overview = await fundingOverview(await requireStaff("/staff/funding"), now());
  const { done } = await searchParams;
  if (!overview) {
    return (
      <>
        <PageHeading title="Funding" />
        <p>Cohort managers and administrators look after funding, so there is nothing here for you.</p>
      </>
    );
  }
  return (
    <>
      <PageHeading
        title="Funding"
        caption="What the public reads about scholarships, and what “Is it for me?” goes by"
      />
      {done === "list-gone" ? (
        <div className="mb-5">
          <Notice tone="done">The file’s entries are off the lists.</Notice>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
        <section className="card" aria-labelledby="programmes">
          <h2 id="programmes">Programmes</h2>
          <ul className="stack-list">
            {overview.programmes.map(({ slug, title, shortName, notices, rules, partners }) => (
              <li key={slug}>
                <a href={`/staff/funding/${slug}`}>
                  {title} ({shortName})
                </a>
                <p className="text-muted">
                  {some(notices, "notice")}, {some(rules, "rule")}, {some(partners, "delivery partner")}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <div className="grid min-w-0 gap-5">
          <section className="card" aria-labelledby="lists">
            <h2 id="lists">Lists of schools and trusts</h2>
            <p className="mb-4">
              For every programme. A rule may ask that a school or trust is on one of them.
            </p>
            <ListTable lists={overview.lists} />
            {overview.lists.length > 0 ? (
              <TakeOut list="funding-entries" what="everything on these lists" />
            ) : null}
            <p className="mt-5">
              <ButtonLink href="/staff/funding/lists/new">Upload a file</ButtonLink>
            </p>
          </section>
          <section className="card" aria-labelledby="files">
            <h2 id="files">Uploaded files</h2>
            <UploadTable uploads={overview.uploads} />
          </section>
        </div>
      </div>
    </>
  );
}
