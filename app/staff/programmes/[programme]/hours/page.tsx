import { ActionForm } from "@/components/forms/action-form";
import { HoursFields } from "@/components/programmes/hours-fields";
import { PageHeading } from "@/components/ui/page-heading";
import { hoursAndMinutes } from "@/lib/dates";
import { MOST_HOURS } from "@/lib/programmes/schema-editing";
import { submitHours } from "../actions";
import { findForFacts } from "../find";

export default async function HoursPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home, name } = await findForFacts(slug, "/hours");
  const { hours, learningMinutes } = programme.content;
  return (
    <div className="max-w-prose">
      <PageHeading
        title="Hours"
        caption={`The parts add up to ${hoursAndMinutes(learningMinutes)} in all. The programme's learning time is always their sum.`}
        back={{ href: home, label: name }}
      />
      <ActionForm
        action={submitHours.bind(null, slug)}
        title="Hours of the programme"
        submitLabel="Save in the draft"
        hidden={{ token: programme.token }}
        aside={<a href={home}>Leave them as they are</a>}
      >
        <HoursFields rows={hours} most={MOST_HOURS} />
      </ActionForm>
    </div>
  );
}
