import { PageHeading } from "@/components/ui/page-heading";
import { type ApplicationState, STATE_WORDS } from "@/lib/applications/schema";

/** In place of a decision's form when somebody else has decided meanwhile: what stands in the way, and the way back. */
export function DecidedAlready({
  title,
  refusal,
  state,
  home,
  name,
}: {
  title: string;
  refusal: string;
  state: ApplicationState;
  home: string;
  name: string;
}) {
  return (
    <div className="max-w-prose">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <PageHeading title={title} back={{ href: home, label: name }} />
      <p className="mb-4">
        {refusal} It stands at <strong>{STATE_WORDS[state]}</strong>. Nothing was changed by you.
      </p>
      <p>
        <a href={home}>See the application</a>
      </p>
    </div>
  );
}
