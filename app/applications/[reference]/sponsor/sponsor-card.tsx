import { EndorsementCard } from "@/components/applications/endorsement-card";
import { endorsementOfMine } from "@/lib/applications/endorsement/queries";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { resend } from "./actions";

/** The sponsor's card on the applicant's page; nothing before somebody was asked. */
export async function SponsorCard({ reference }: { reference: string }) {
  const actor = await viewer();
  const endorsement = actor && (await endorsementOfMine(actor, reference, now()));
  if (!endorsement) return null;
  return (
    <EndorsementCard endorsement={endorsement} reference={reference} resend={resend.bind(null, reference)} />
  );
}
