import type { Actor } from "@/lib/auth/actor";
import { deadLetterCount } from "@/lib/email/dead-letters";

/** Says on Today that e-mails were given up, to those who can send them again; nothing when there are none. */
export async function EmailsToday({ actor }: { actor: Actor }) {
  const count = await deadLetterCount(actor);
  if (!count) return null;
  return (
    <section className="mb-10" aria-labelledby="emails">
      <h2 id="emails" className="mb-2">
        E-mails
      </h2>
      <p>
        <b className="text-late">
          {count === 1 ? "1 e-mail was given up." : `${count} e-mails were given up.`}
        </b>{" "}
        <a href="/staff/emails">See why</a>
      </p>
    </section>
  );
}
