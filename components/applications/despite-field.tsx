import { TextArea } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import type { Reading } from "@/lib/applications/rubric";

/** What a decision has to know of the reviews: nothing yet, or two that differ, which asks for a reason. */
export function DespiteField({ reading }: { reading: Reading }) {
  if (reading === "none") {
    return (
      <div className="mb-5">
        <Notice tone="info">Nobody has handed in a review of this application yet.</Notice>
      </div>
    );
  }
  if (reading !== "differing") return null;
  return (
    <>
      <div className="mb-5">
        <Notice tone="soon" title="The scores differ">
          Another reviewer is asked. You can decide now all the same, with a reason.
        </Notice>
      </div>
      <TextArea
        name="despite"
        label="Why do you decide without a third review?"
        hint="Kept as a note for colleagues. The applicant does not read it."
        rows={3}
        maxLength={1_000}
      />
    </>
  );
}
