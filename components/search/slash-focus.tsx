"use client";

import { useEffect } from "react";

const TYPED_INTO = "input, textarea, select, [contenteditable]";

/** With scripts, "/" goes to the search, unless somebody is typing. */
export function SlashFocus({ target }: { target: string }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
      event.preventDefault();
      document.getElementById(target)?.focus();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [target]);
  return null;
}
