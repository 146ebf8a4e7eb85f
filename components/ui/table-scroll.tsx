import type { ReactNode } from "react";

/**
 * The frame in which a table that is wider than the screen scrolls, by keyboard, too: whatever stands in it, it can be
 * reached, and so it has a name.
 */
export function TableScroll({
  label,
  className,
  children,
}: {
  /** What is listed, as a heading would say it. */
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section
      className={className ? `table-scroll ${className}` : "table-scroll"}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}
