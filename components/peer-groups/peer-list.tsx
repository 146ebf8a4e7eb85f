import type { PeerView } from "@/lib/peer-groups/views";

/** The members of a group as each of them sees the others. */
export function PeerList({ members }: { members: readonly PeerView[] }) {
  return (
    <section className="card mb-6" aria-labelledby="members">
      <h2 id="members">Members</h2>
      <ul className="peer-list">
        {members.map(({ enrolmentId, fullName, jobTitle, workplace, email, phone, about, me }) => (
          <li key={enrolmentId}>
            <b>
              {fullName}
              {me ? " (you)" : ""}
            </b>
            <span className="text-muted">
              {jobTitle}, {workplace}
            </span>
            {about ? <span>{about}</span> : null}
            {email ? <a href={`mailto:${email}`}>{email}</a> : null}
            {phone ? <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
