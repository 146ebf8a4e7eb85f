import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { deliveryPartners } from "@/lib/programmes/queries";
import { findOwn } from "../../find";

export const metadata: Metadata = { title: "British international schools" };

/** Where the fifth answer to "Who pays?" leads: nothing of it is kept. */
export default async function InternationalPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const { state, programme } = await findOwn(reference, "/international");
  const home = `/applications/${reference}`;
  if (state !== "draft") redirect(home);
  const partners = await deliveryPartners(programme.id);
  return (
    <div className="max-w-prose">
      <PageHeading
        title="British international schools"
        back={{ href: `${home}/edit/funding`, label: "Who pays" }}
      />
      <p className="mb-4">
        If you work in a British international school, an international delivery partner takes your
        application for {programme.shortName} and tells you the fee. You do not apply here, and what you have
        filled in is not sent to anybody.
      </p>
      {partners.length > 0 ? (
        <ul className="stack-list mb-6">
          {partners.map(({ name, url }) => (
            <li key={url}>
              <a href={url} rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mb-6">
          Write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a> and we name your partner.
        </p>
      )}
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`${home}/edit/funding`} variant="secondary">
          Change who pays
        </ButtonLink>
        <ButtonLink href={`${home}/withdrawal`} variant="secondary">
          Withdraw this application
        </ButtonLink>
      </p>
    </div>
  );
}
