import { Notice } from "@/components/ui/notice";

/** On a page about a cohort's people while what it counts, filters and sorts by is being worked out anew. */
export function StillMade({ upToDate }: { upToDate: boolean }) {
  if (upToDate) return null;
  return (
    <div className="mb-5 max-w-prose">
      <Notice tone="info" title="Some figures are being worked out anew">
        Counts, filters and the order on this page are partly of an earlier time, and somebody may be missing
        from a list. Reload it in a minute.
      </Notice>
    </div>
  );
}
