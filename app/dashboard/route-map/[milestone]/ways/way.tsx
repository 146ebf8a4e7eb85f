import type { ReactNode } from "react";
import { PageTitle } from "@/components/engagement/page-title";
import type { MilestoneDetail } from "@/lib/engagement/schema";

/** What each way of getting an item done is given. */
export type Way = { detail: MilestoneDetail; title: string };

/** The first card of an item's page. `title`: the page's own, where no form in the card writes it. */
export function Section({
  heading,
  title,
  children,
}: {
  heading: string;
  title?: string;
  children: ReactNode;
}) {
  return (
    <section className="card mb-6">
      {title ? <PageTitle title={title} /> : null}
      <h2>{heading}</h2>
      {children}
    </section>
  );
}

/** For what its participant does not record: who does, and when. */
export function ByOthers({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section heading="How this is recorded" title={title}>
      {children}
    </Section>
  );
}
