/** The way through a list that is longer than a page. Nothing where there is only one. */
export function PagesNav({
  page,
  pages,
  address,
}: {
  page: number;
  pages: number;
  /** Of another page of the same view. */
  address: (page: number) => string;
}) {
  if (pages < 2) return null;
  return (
    <nav className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1" aria-label="Pages">
      {page > 1 ? (
        <a className="py-0.5" href={address(page - 1)} rel="prev">
          Previous page
        </a>
      ) : null}
      <span className="py-0.5">
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a className="py-0.5" href={address(page + 1)} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  );
}

/** The address of a page of a list: its path, and the filters that are set. */
export function pageAddress(path: string, filters: Record<string, string | undefined>, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `${path}?${query}`;
}
