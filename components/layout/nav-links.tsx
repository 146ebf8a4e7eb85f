"use client";

import { usePathname } from "next/navigation";

type NavLink = { href: string; label: string };

/** The navigation's entries; the one that leads closest to where one is, is marked. */
export function NavLinks({ links, current }: { links: readonly NavLink[]; current?: string | undefined }) {
  const path = usePathname();
  const here = current ?? closest(links, path);
  return links.map((link) => (
    <a key={link.href} href={link.href} aria-current={link.href === here ? "page" : undefined}>
      {link.label}
    </a>
  ));
}

/** The longest address that the path is or lies below. */
function closest(links: readonly NavLink[], path: string): string | undefined {
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
