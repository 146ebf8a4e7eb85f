import { cache } from "react";
import { EndorsementCard, STANDING_TONES } from "@/components/applications/endorsement-card";
import type { StandingRow } from "@/components/applications/standing";
import { Notice } from "@/components/ui/notice";
import { endorsementOfMine } from "@/lib/applications/endorsement/queries";
import type { EndorsementView } from "@/lib/applications/endorsement/views";
import { STANDING_WORDS } from "@/lib/applications/schema-endorsement";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { resend } from "./actions";

/** Asked once a page, for the card and for what stands above it. */
const findMine = cache(async (reference: string) => {
  const actor = await viewer();
  return actor && endorsementOfMine(actor, reference, now());
});

type Props = { reference: string };

/** The sponsor's card on the applicant's page; nothing before somebody was asked. */
export async function SponsorCard({ reference }: Props) {
  const endorsement = await findMine(reference);
  if (!endorsement) return null;
  return (
    <EndorsementCard endorsement={endorsement} reference={reference} resend={resend.bind(null, reference)} />
  );
}

/** The line about the sponsor among everything else that stands. */
export async function sponsorRow(reference: string, named: string): Promise<StandingRow> {
  const label = "Your sponsor";
  const endorsement = await findMine(reference);
  if (!endorsement) return { label, tag: null, text: named || "Not named yet" };
  const { standing, sponsorName } = endorsement;
  const tag = { tone: STANDING_TONES[standing], word: STANDING_WORDS[standing] };
  return { label, tag, text: <a href="#sponsor">{sponsorName}</a> };
}

/** At the top of that page, when it is the applicant's turn to do something about the sponsor. */
export async function SponsorNotice({ reference }: Props) {
  const todo = await sponsorTodo(reference);
  if (!todo) return null;
  return (
    <Notice tone="soon" title="One thing for you to do">
      {todo} <a href="#sponsor">See how it stands</a>
    </Notice>
  );
}

/** What the applicant has to do about the sponsor, in a sentence; null when there is nothing. */
export async function sponsorTodo(reference: string): Promise<string | null> {
  const endorsement = await findMine(reference);
  return endorsement?.canChange ? whatToDo(endorsement) : null;
}

function whatToDo({ standing, undelivered, sponsorName }: EndorsementView): string | null {
  if (standing === "wrong_person")
    return `${sponsorName} is not the right person to endorse your application: please name another sponsor.`;
  if (standing === "declined")
    return `${sponsorName} has not endorsed your application: please talk to them.`;
  if (standing === "expired") return `${sponsorName} has not answered in time: please talk to them.`;
  if (undelivered) return `We could not reach ${sponsorName}: please check the address.`;
  return null;
}
