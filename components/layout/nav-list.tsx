export type NavLink = { href: string; label: string };

/** The navigation's entries, with the one marked that one is at. */
export function NavList({ links, here }: { links: readonly NavLink[]; here: string | undefined }) {
  return links.map((link) => (
    <a key={link.href} href={link.href} aria-current={link.href === here ? "page" : undefined}>
      {link.label}
    </a>
  ));
}
