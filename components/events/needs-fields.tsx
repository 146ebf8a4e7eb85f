import { TextArea } from "@/components/forms/fields";
import { NEED_MAX } from "@/lib/events/schema";

/** What somebody needs at an event. Asked only for those who run it. */
export function NeedsFields({ needs }: { needs: { access: string; dietary: string } }) {
  return (
    <>
      <TextArea
        name="access"
        label="Is there anything you need to take part?"
        hint="Step-free access, a hearing loop, a place to pray or to feed a child: whatever helps."
        optional
        rows={3}
        maxLength={NEED_MAX}
        defaultValue={needs.access}
      />
      <TextArea
        name="dietary"
        label="What should the kitchen know?"
        hint="Allergies, and what you do or do not eat."
        optional
        rows={3}
        maxLength={NEED_MAX}
        defaultValue={needs.dietary}
      />
    </>
  );
}

/** Who sees it, and for how long. */
export const NEEDS_SEEN =
  "Only those who run the event see this. It is deleted two weeks after the last of these events.";
