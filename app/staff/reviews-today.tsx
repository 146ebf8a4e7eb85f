import { alternativeCounts } from "@/lib/alternatives/staff-queries";
import type { Actor } from "@/lib/auth/actor";
import { openCorrections } from "@/lib/corrections/queries";

/** The corrections to answer and the alternative activities to agree or review, for those who do. */
export async function ReviewsToday({ actor }: { actor: Actor }) {
  const [corrections, alternatives] = await Promise.all([openCorrections(actor), alternativeCounts(actor)]);
  if (corrections === null || alternatives === null) return null;
  const { waiting } = alternatives;
  return (
    <section className="mb-10" aria-labelledby="reviews">
      <h2 id="reviews" className="mb-2">
        Put right, and made up
      </h2>
      <p>
        {corrections === 0 ? "No correction waits for an answer." : null}
        {corrections === 1 ? "One correction waits for an answer." : null}
        {corrections > 1 ? `${corrections} corrections wait for an answer.` : null}{" "}
        <a href="/staff/corrections">{corrections > 0 ? "Answer them" : "All corrections"}</a>
      </p>
      <p>
        {waiting === 0 ? "No alternative activity waits for you." : null}
        {waiting === 1 ? "One alternative activity waits for you." : null}
        {waiting > 1 ? `${waiting} alternative activities wait for you.` : null}{" "}
        <a href="/staff/alternatives">
          {waiting > 0 ? "Agree or review them" : "All alternative activities"}
        </a>
      </p>
    </section>
  );
}
