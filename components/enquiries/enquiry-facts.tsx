import { SummaryList } from "@/components/ui/summary-list";
import type { EnquiryForStaff } from "@/lib/enquiries/views";

/** What there is to know about an enquiry beside its text. */
export function EnquiryFacts({ enquiry }: { enquiry: EnquiryForStaff }) {
  const { dueAt, answeredAt, late, email, programme, setAside, closedBy } = enquiry;
  const rows = [
    { label: "Answer by", value: dueAt },
    ...(answeredAt ? [{ label: "First answered", value: `${answeredAt}, ${late ?? "in time"}` }] : []),
    ...(setAside ? [{ label: "Set aside", value: `${setAside} (${closedBy})` }] : []),
    { label: "From", value: <span className="wrap-anywhere">{email}</span> },
    { label: "About", value: programme ?? "No programme in particular" },
  ];
  return <SummaryList rows={rows} />;
}
