import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { CONFIRM_DAYS } from "@/lib/interest/schema";

/** After asking: the same for every address, whether it was on a list or not. */
export function Asked({ home, back }: { home: string; back: { href: string; label: string } }) {
  const title = "Look into your e-mail";
  return (
    <div className="wrap">
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <div className="max-w-prose pb-12">
        <PageHeading title={title} back={back} />
        <div className="prose">
          <p>
            An e-mail is on its way to the address you gave.{" "}
            <strong>Follow the link in it within {CONFIRM_DAYS} days</strong>: only then are you on the list.
          </p>
          <p>
            If it has not come in ten minutes, look among unwanted mail, or check the address and{" "}
            <a href={`${home}/be-told`}>ask again</a>.
          </p>
        </div>
        <p className="mt-6">
          <ButtonLink href={home} variant="secondary">
            Back to the programme
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}
