"use client";

import { useEffect } from "react";

const OPEN = ".nav-group[open]";

/** Closes an open group of the navigation when one goes elsewhere, and by Escape; without scripts its word does. */
export function NavCloser() {
  useEffect(() => {
    const leave = ({ target }: Event) => {
      const open = document.querySelector(OPEN);
      if (open && target instanceof Node && !open.contains(target)) open.removeAttribute("open");
    };
    const onKey = ({ key }: KeyboardEvent) => {
      const open = key === "Escape" && document.querySelector(OPEN);
      if (!open) return;
      open.removeAttribute("open");
      open.querySelector("summary")?.focus();
    };
    document.addEventListener("focusin", leave);
    document.addEventListener("click", leave);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("focusin", leave);
      document.removeEventListener("click", leave);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return null;
}
