/** A list as files, whole and with its filters: app/staff/lists/lists.ts knows it by that name. */
export function TakeOut({
  list,
  query = {},
  what = "this list",
}: {
  list: string;
  /** What the list's page was asked, as it stands in its address; the page number does not matter. */
  query?: Record<string, string | number | null | undefined>;
  what?: string;
}) {
  const asked = Object.entries(query).filter(([name, value]) => value && name !== "page");
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  const address = (format: string) => `/staff/lists/${list}.${format}${search ? `?${search}` : ""}`;
  return (
    <p className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1">
      <span className="py-0.5">Take {what} out:</span>
      <a className="py-0.5" href={address("xlsx")} download>
        Excel workbook
      </a>
      <a className="py-0.5" href={address("csv")} download>
        CSV file
      </a>
    </p>
  );
}
