"use client";

import { usePathname } from "next/navigation";
import { type NavLink, NavList } from "./nav-list";

/** The navigation's entries where only the browser's address says which of them one is at. */
export function NavLinks({ links }: { links: readonly NavLink[] }) {
  return <NavList links={links} here={closest(links, usePathname())} />;
}

/** The longest address that the path is or lies below. */
function closest(links: readonly NavLink[], path: string): string | undefined {
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
