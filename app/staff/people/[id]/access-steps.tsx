import { ActionForm } from "@/components/forms/action-form";
import { ButtonLink } from "@/components/ui/button";
import { staffProvider } from "@/lib/env";
import type { PersonPage } from "@/lib/people/views";
import { resetFactor, setLinks, signOutOf } from "../actions";

/** What an administrator can do about somebody's signing in. */
export function AccessSteps({ person, self }: { person: PersonPage; self: boolean }) {
  const provider = staffProvider();
  const links = person.linkAllowedAt !== null;
  return (
    <section className="no-print mt-9" aria-labelledby="access">
      <h2 id="access" className="mb-4">
        Signing in
      </h2>
      <div className="flex flex-wrap gap-x-4 gap-y-3 [&_.form-actions]:mt-0">
        <ActionForm
          action={signOutOf.bind(null, person.id)}
          submitLabel="Sign them out everywhere"
          submitVariant="secondary"
          idPrefix="out-"
        />
        {person.factorSince && !self ? (
          <ActionForm
            action={resetFactor.bind(null, person.id)}
            submitLabel="Reset their second factor"
            submitVariant="secondary"
            idPrefix="factor-"
          />
        ) : null}
        {provider ? (
          <ActionForm
            action={setLinks.bind(null, person.id, !links)}
            submitLabel={links ? "Stop signing in by e-mail" : "Let them sign in by e-mail"}
            submitVariant="secondary"
            idPrefix="links-"
          />
        ) : null}
        <ButtonLink href={`/staff/people/${person.id}/access-end`} variant="warning">
          End their access
        </ButtonLink>
      </div>
      {provider ? (
        <p className="mt-3 max-w-prose text-muted">
          People who work here sign in with {provider.name}. Let somebody sign in by e-mail only when they
          cannot.
        </p>
      ) : null}
    </section>
  );
}
