import { Notice } from "@/components/ui/notice";

/** What was saved just now, and whether there is a draft that nobody else sees. */
export function DraftState({
  slug,
  draft,
  changes,
  done,
}: {
  slug: string;
  draft: { by: string; at: string } | null;
  changes: number;
  done?: string | undefined;
}) {
  const home = `/staff/programmes/${slug}`;
  const did = done === undefined ? undefined : DONE[done];
  return (
    <>
      {did ? <Notice tone="done">{did}</Notice> : null}
      {draft ? (
        <Notice tone="soon" title="There is a draft that is not public">
          <p>
            {changes === 0
              ? "It says what is public already."
              : `${changes} ${changes === 1 ? "part differs" : "parts differ"} from what is public.`}{" "}
            Saved last by {draft.by}, {draft.at}.
          </p>
          <p className="mt-2 flex flex-wrap gap-x-6 gap-y-1">
            <a href={`${home}/preview`}>Preview it</a>
            <a href={`${home}/publication`}>See what changes, and publish</a>
          </p>
        </Notice>
      ) : null}
    </>
  );
}

const DONE: Record<string, string | undefined> = {
  saved: "Saved in the draft. It is not public until you publish it.",
  published: "Published. The public page shows it now.",
  discarded: "The draft is thrown away. What is public has not changed.",
  restored: "The earlier version is the draft now. It is not public until you publish it.",
};
