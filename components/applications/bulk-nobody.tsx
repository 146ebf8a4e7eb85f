import { PageHeading } from "@/components/ui/page-heading";
import type { SeveralCohorts } from "@/lib/applications/bulk/views";
import { type BulkAddress, bulkHref } from "@/lib/applications/schema-bulk";
import { bulkTitle } from "@/lib/applications/schema-bulk-words";

const BACK = { href: "/staff/applications", label: "Applications" };

/** Nobody was ticked, or nobody is waiting for this reminder. */
export function BulkNobody({ address }: { address: BulkAddress }) {
  const everybody = address.act === "remind" && address.cohort && address.a.length === 0;
  return (
    <>
      <PageHeading title={bulkTitle(address)} back={BACK} />
      <p className="max-w-prose">
        {everybody
          ? "There is nobody in this cohort whom this reminder concerns."
          : "Nobody is ticked. Tick the boxes of those you mean in the list of applications, then choose again what to do with them."}
      </p>
      {address.act === "remind" ? (
        <p className="mt-3">
          <a href={bulkHref({})}>Remind everybody of a cohort</a>
        </p>
      ) : null}
    </>
  );
}

/** Those ticked are of several cohorts; each has its own places, so they are gone through one by one. */
export function BulkCohorts({ address, cohorts }: SeveralCohorts & { address: BulkAddress }) {
  return (
    <>
      <PageHeading title={bulkTitle(address)} back={BACK} />
      <p className="mb-3 max-w-prose">
        Those ticked have applied to several cohorts. Do one cohort after the other; this page keeps the
        ticks.
      </p>
      <ul className="stack-list max-w-prose">
        {cohorts.map(({ id, name, count }) => (
          <li key={id}>
            <a href={bulkHref(address, { cohort: id })}>{name}</a>: {count}{" "}
            {count === 1 ? "application" : "applications"}
          </li>
        ))}
      </ul>
    </>
  );
}
