import { ActionForm } from "@/components/forms/action-form";
import { SavedText } from "@/components/programmes/saved-text";
import { VoiceFields } from "@/components/programmes/voice-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { MOST_VOICES } from "@/lib/programmes/schema-editing";
import { submitVoices } from "../actions";
import { findProgramme } from "../find";

export default async function VoicesPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home, name } = await findProgramme(slug, "/voices");
  const { voices } = programme.content;
  return (
    <div className="max-w-prose">
      <PageHeading
        title="What leaders say"
        caption="What past participants really told us, reported and dated. Empty both fields of one to take it out."
        back={{ href: home, label: name }}
      />
      <ActionForm
        action={submitVoices.bind(null, slug)}
        title="What leaders say"
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <VoiceFields voices={voices} most={MOST_VOICES} />
      </ActionForm>
      <SavedText lines={voices.flatMap(({ who, report }) => [who, report])} />
    </div>
  );
}
