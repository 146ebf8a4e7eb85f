type Choice = { label: string; href: string; current: boolean };

/** What of the route map is shown, as links, so that each view has an address and needs no script. */
export function FilterLinks({ title, choices }: { title: string; choices: readonly Choice[] }) {
  return (
    <nav className="no-print grid grid-cols-[4.5rem_1fr] items-baseline" aria-label={title}>
      <span className="py-1 text-muted" aria-hidden="true">
        {title}
      </span>
      <div className="flex flex-wrap gap-x-5">
        {choices.map(({ label, href, current }) => (
          <a
            key={label}
            className="py-1 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            href={href}
            aria-current={current ? "true" : undefined}
          >
            {label}
          </a>
        ))}
      </div>
    </nav>
  );
}
