import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditFilter } from "@/components/audit-log/audit-filter";
import { AuditTable } from "@/components/audit-log/audit-table";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { auditPage, mayReadLog } from "@/lib/audit-log/queries";
import { auditAddress, auditFilters } from "@/lib/audit-log/schema";
import { isAdministrator } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Audit log" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditLogPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff/audit-log");
  if (!mayReadLog(actor)) notFound();
  const filters = auditFilters.parse(await searchParams);
  const { rows, older, kinds, actions, cohorts } = await auditPage(actor, filters);
  const all = isAdministrator(actor);
  return (
    <>
      <PageHeading
        title="Audit log"
        caption={
          all
            ? "Who did what, when, from what to what. Nobody can change it."
            : "Who did what in your cohorts, when, from what to what. Nobody can change it."
        }
      />
      <AuditFilter filters={filters} kinds={kinds} actions={actions} cohorts={cohorts} />
      {rows.length === 0 ? <p>No entry fits these filters.</p> : <AuditTable rows={rows} filters={filters} />}
      <p className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1">
        {filters.before ? <a href={auditAddress(filters)}>The newest</a> : null}
        {older ? <a href={auditAddress(filters, { before: older })}>Older entries</a> : null}
      </p>
      {all && rows.length > 0 ? (
        <TakeOut
          list="audit-log"
          query={{ ...filters, before: undefined }}
          what="these entries, the newest 100,000 of them at most,"
        />
      ) : null}
    </>
  );
}
