"use client";

import { usePathname } from "next/navigation";
import { NavList } from "./nav-list";
import type { NavEntry, NavLink } from "./navigation";

/** The navigation's entries where only the browser's address says which of them one is at. */
export function NavLinks({ entries }: { entries: readonly NavEntry[] }) {
  const links = entries.flatMap((entry) => ("href" in entry ? [entry] : entry.links));
  return <NavList entries={entries} here={closest(links, usePathname())} />;
}

/** The longest address that the path is or lies below. */
function closest(links: readonly NavLink[], path: string): string | undefined {
  return links
    .filter(({ href }) => path === href || path.startsWith(`${href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
}
