import type { NavEntry, NavLink } from "./navigation";

type Props = { entries: readonly NavEntry[]; here: string | undefined };

/**
 * The navigation's entries, with the one marked that one is at. A group is the browser's own disclosure, so that it
 * opens by keyboard and without scripts; one name for all of them leaves no more than one open.
 */
export function NavList({ entries, here }: Props) {
  return entries.map((entry) =>
    "href" in entry ? (
      <Entry key={entry.href} link={entry} here={here} />
    ) : (
      <details key={entry.label} className="nav-group" name="site-nav">
        <summary data-here={entry.links.some(({ href }) => href === here) ? "" : undefined}>
          {entry.label}
        </summary>
        <ul>
          {entry.links.map((link) => (
            <li key={link.href}>
              <Entry link={link} here={here} />
            </li>
          ))}
        </ul>
      </details>
    ),
  );
}

function Entry({ link, here }: { link: NavLink; here: string | undefined }) {
  return (
    <a href={link.href} aria-current={link.href === here ? "page" : undefined}>
      {link.label}
    </a>
  );
}
