import { TextArea } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import type { EndorsementForStaff } from "@/lib/applications/endorsement/views";
import { STANDING_WORDS } from "@/lib/applications/schema-endorsement";

/** On the offer's form: says that the sponsor has endorsed, or asks why the offer does not wait for it. */
export function OverrideField({ endorsement }: { endorsement: EndorsementForStaff | null }) {
  if (endorsement && !endorsement.needsOverride) {
    return (
      <div className="mb-6">
        <Notice tone="done">{endorsement.sponsorName} has endorsed the application.</Notice>
      </div>
    );
  }
  return (
    <>
      <div className="mb-6">
        <Notice tone="soon" title="The sponsor has not endorsed the application">
          {endorsement
            ? `${endorsement.sponsorName}: ${STANDING_WORDS[endorsement.standing]}. An offer waits for the sponsor, unless you say why it does not.`
            : "Nobody was asked to endorse it. Say why the offer is made all the same."}
        </Notice>
      </div>
      <TextArea
        name="overrideReason"
        label="Why the offer does not wait for the endorsement"
        hint="Kept with the offer, for colleagues. The applicant does not read it."
        rows={3}
        maxLength={500}
      />
    </>
  );
}
