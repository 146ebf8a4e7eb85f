import type { PartnerRow } from "@/lib/funding/staff-queries";

/** A programme's international delivery partners, in the order they are shown. */
export function PartnerList({ partners, home }: { partners: readonly PartnerRow[]; home: string }) {
  if (partners.length === 0)
    return <p className="text-muted">There is none yet; British international schools are asked to write.</p>;
  return (
    <ul className="stack-list">
      {partners.map(({ id, name, url }) => (
        <li key={id}>
          <a href={`${home}/partners/${id}`}>{name}</a>
          <p className="mt-1 break-words text-muted">{url}</p>
        </li>
      ))}
    </ul>
  );
}
