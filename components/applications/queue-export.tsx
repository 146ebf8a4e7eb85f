import { type QueueFilters, queueAddress } from "@/lib/applications/schema-queue";

/** The view as files: all of its pages, with its filters and in its order. */
export function QueueExport({ filters }: { filters: QueueFilters }) {
  const query = queueAddress(filters).split("?")[1];
  const address = (format: string) => `/staff/applications/export.${format}${query ? `?${query}` : ""}`;
  return (
    <p className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1">
      <span className="py-0.5">Take this list out:</span>
      <a className="py-0.5" href={address("xlsx")} download>
        Excel workbook
      </a>
      <a className="py-0.5" href={address("csv")} download>
        CSV file
      </a>
    </p>
  );
}
