import { SummaryList } from "@/components/ui/summary-list";
import type { Answers, Step } from "@/lib/applications/schema-answers";
import { DFE_WORDS, FUNDING_WORDS } from "@/lib/applications/schema-choices";

const EMPTY = <span className="text-muted">Not answered</span>;

/** The answers of an application, with links to change them while it is a draft (`editBase`). */
export function AnswersList({ answers, editBase }: { answers: Answers; editBase?: string }) {
  const row = (label: string, value: string | null, step: Step) => ({
    label,
    // Line breaks are kept by the list itself.
    value: value || EMPTY,
    ...(editBase ? { change: { href: `${editBase}/${step}`, what: label.toLowerCase() } } : {}),
  });
  return (
    <SummaryList
      rows={[
        row("Full name", answers.fullName, "about"),
        row("TRN", answers.trn, "about"),
        row("Registered with DfE", answers.dfeRegistration && DFE_WORDS[answers.dfeRegistration], "about"),
        row("School or trust", answers.workplace, "work"),
        row("URN", answers.workplaceUrn, "work"),
        row("Role", answers.jobTitle, "work"),
        row("Who pays", answers.fundingRoute && FUNDING_WORDS[answers.fundingRoute], "work"),
        row("Sponsor", answers.sponsorName, "work"),
        row("Sponsor's e-mail address", answers.sponsorEmail, "work"),
        row("Reasons for applying", answers.statement, "reasons"),
      ]}
    />
  );
}
