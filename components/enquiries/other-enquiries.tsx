import type { EnquiryForStaff } from "@/lib/enquiries/views";
import { EnquiryTag } from "./state-tag";

/** What else came from the same address. */
export function OtherEnquiries({ others }: Pick<EnquiryForStaff, "others">) {
  if (others.length === 0) return <p>Nothing else has come from this address.</p>;
  return (
    <ul className="stack-list">
      {others.map(({ id, reference, extract, askedAt, state }) => (
        <li key={id}>
          <a href={`/staff/enquiries/${id}`}>{reference}</a> <EnquiryTag state={state} />
          <span className="block text-[0.94rem] text-muted">{askedAt}</span>
          <span className="block text-[0.94rem] wrap-anywhere">{extract}</span>
        </li>
      ))}
    </ul>
  );
}
