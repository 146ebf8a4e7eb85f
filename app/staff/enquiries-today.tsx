import type { Actor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { enquiryCounts } from "@/lib/enquiries/queue";
import { waitingSentence } from "@/lib/enquiries/states";

/** What waits of the enquiries, for those who answer them. */
export async function EnquiriesToday({ actor }: { actor: Actor }) {
  const counts = await enquiryCounts(actor, now());
  if (!counts) return null;
  return (
    <section className="mb-10" aria-labelledby="enquiries">
      <h2 id="enquiries" className="mb-2">
        Enquiries
      </h2>
      <p>
        {counts.late > 0 ? <b className="text-late">{waitingSentence(counts)}</b> : waitingSentence(counts)}{" "}
        <a href="/staff/enquiries">{counts.waiting > 0 ? "Answer them" : "All enquiries"}</a>
      </p>
    </section>
  );
}
