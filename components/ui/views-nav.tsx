/** Which part of a list is shown, as links with their counts: each view has an address that can be sent on. */
export function ViewsNav<T extends string>({
  views,
  shown,
  path,
}: {
  views: readonly { show: T; label: string; count: number }[];
  shown: T;
  path: string;
}) {
  return (
    <nav className="no-print mb-5 flex flex-wrap gap-x-5 gap-y-1" aria-label="Show">
      {views.map(({ show, label, count }) => (
        <a
          key={show}
          className="py-1 aria-[current]:font-semibold aria-[current]:no-underline"
          href={`${path}?show=${show}`}
          aria-current={show === shown ? "page" : undefined}
        >
          {label} ({count})
        </a>
      ))}
    </nav>
  );
}
