import { redirect } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup, TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { endorsementOfMine } from "@/lib/applications/endorsement/queries";
import { SPONSOR_ROLE_WORDS, SPONSOR_ROLES } from "@/lib/applications/schema-choices";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { findOwn } from "../../find";
import { change } from "./actions";

const TITLE = "Name another sponsor";

export default async function SponsorPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { version } = await findOwn(reference, "/sponsor");
  const home = `/applications/${reference}`;
  const actor = await requireViewer(`${home}/sponsor`);
  const endorsement = await endorsementOfMine(actor, reference, now());
  if (!endorsement?.canChange) redirect(home);
  const { standing, sponsorName, rightPerson } = endorsement;
  return (
    <div className="max-w-prose">
      <PageHeading title={TITLE} back={{ href: home, label: "Your application" }} />
      <div className="mb-6 grid gap-3">
        <p>
          Your sponsor is your line manager or, if you are an executive head, the chair of trustees. We write
          to them at once, with what you chose to share of your application; talk to them first.
        </p>
        {standing === "waiting" ? <p>The link that {sponsorName} has then works no longer.</p> : null}
        {rightPerson ? (
          <p>
            {sponsorName} wrote: “{rightPerson}”
          </p>
        ) : null}
      </div>
      <ActionForm
        action={change.bind(null, reference)}
        title={TITLE}
        submitLabel="Ask this person"
        hidden={{ version: String(version) }}
        aside={<a href={home}>Not now</a>}
      >
        <RadioGroup
          name="sponsorRole"
          legend="Who is your sponsor?"
          options={SPONSOR_ROLES.map((value) => ({ value, label: SPONSOR_ROLE_WORDS[value] }))}
        />
        <TextField name="sponsorName" label="Your sponsor’s name" autoComplete="off" maxLength={120} />
        <TextField
          name="sponsorEmail"
          label="Your sponsor’s e-mail address"
          hint="Their own address at work, not a shared one."
          type="email"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
        />
      </ActionForm>
    </div>
  );
}
