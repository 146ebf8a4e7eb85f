import type { ReactNode } from "react";

/** The one h1 of a page, what stands under it, and the way back. */
export function PageHeading({
  title,
  caption,
  back,
}: {
  title: ReactNode;
  caption?: ReactNode;
  back?: { href: string; label: string };
}) {
  return (
    <div className="pt-6 pb-5 sm:pt-9">
      {back ? (
        <p className="no-print mb-2">
          <a className="inline-block py-0.5" href={back.href}>
            <span aria-hidden="true">← </span>
            {back.label}
          </a>
        </p>
      ) : null}
      <h1>{typeof title === "string" ? whole(title) : title}</h1>
      {caption ? <p className="mt-1 text-muted">{caption}</p> : null}
    </div>
  );
}

/** "check-in" stays in one line, and never leaves "check-" at the end of one. */
function whole(title: string): ReactNode {
  const [, before, word, after] = /^(.*?)(?<![\w-])(\w{1,9}-\w{1,4},?)(?![\w-])(.*)$/.exec(title) ?? [];
  if (!word) return title;
  return (
    <>
      {before}
      <span className="whitespace-nowrap">{word}</span>
      {after}
    </>
  );
}
