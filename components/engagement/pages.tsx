/** The way through a list that is longer than a page. Nothing where there is only one. */
export function Pages({
  page,
  pages,
  address,
}: {
  page: number;
  pages: number;
  address: (page: number) => string;
}) {
  if (pages < 2) return null;
  return (
    <nav className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-1" aria-label="Pages">
      {page > 1 ? (
        <a href={address(page - 1)} rel="prev">
          Previous page
        </a>
      ) : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={address(page + 1)} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  );
}
