import type { ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "plain" | "warning";

/** The classes of a button, for a `<button>` of one's own. */
export function buttonClass(variant: ButtonVariant = "primary", small = false): string {
  return `btn btn-${variant}${small ? " btn-small" : ""}`;
}

/** A link that looks like a button: for going somewhere, never for changing anything. */
export function ButtonLink({
  href,
  variant = "primary",
  small = false,
  children,
}: {
  href: string;
  variant?: ButtonVariant;
  small?: boolean;
  children: ReactNode;
}) {
  return (
    <a href={href} className={buttonClass(variant, small)}>
      {children}
    </a>
  );
}
