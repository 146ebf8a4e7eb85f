import { Notice } from "@/components/ui/notice";

/** On a list of a cohort's people while what it is filtered and sorted by is being worked out anew. */
export function StillMade({ upToDate }: { upToDate: boolean }) {
  if (upToDate) return null;
  return (
    <div className="mb-5 max-w-prose">
      <Notice tone="info" title="This list is being brought up to date">
        Each person’s figures are as of now. The order, the filters and the counts are partly of an earlier
        time, and somebody may be missing. Reload the page in a minute.
      </Notice>
    </div>
  );
}
