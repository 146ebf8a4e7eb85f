import { ActionForm } from "@/components/forms/action-form";
import type { LinkView, MentorView } from "@/lib/mentoring/schema";
import { end, resend, withdraw } from "../actions";

type Where = { cohortId: string; enrolmentId: string };

/** What staff can do about a mentor's link, each with what comes of it. */
export function MentorActs({ where, mentor, link }: { where: Where; mentor: MentorView; link: LinkView }) {
  return (
    <section className="card mb-6" aria-labelledby="acts">
      <h2 id="acts">The link</h2>
      <p>
        {link.withdrawn
          ? "Sending it again ends the withdrawal. The new link goes to the address above."
          : "A new link goes to the address above; those that were sent work on until they run out."}
      </p>
      <ActionForm
        action={resend.bind(null, where)}
        submitLabel="Send the link again"
        submitVariant="secondary"
        hidden={{ seen: link.seen }}
        idPrefix="resend-"
      />
      {link.withdrawn ? null : (
        <>
          <p className="mt-6">
            Withdraw it when somebody else may have it: every link that went to this address ends at once.
          </p>
          <ActionForm
            action={withdraw.bind(null, where)}
            submitLabel="Withdraw the link"
            submitVariant="warning"
            idPrefix="withdraw-"
          />
        </>
      )}
      <p className="mt-6">{mentor.name} has left, or never was the mentor, and nobody is named yet:</p>
      <ActionForm
        action={end.bind(null, where)}
        submitLabel="End this mentor"
        submitVariant="warning"
        hidden={{ seen: mentor.mentorId }}
        idPrefix="end-"
      />
    </section>
  );
}
