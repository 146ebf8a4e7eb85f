import { ButtonLink } from "@/components/ui/button";
import type { NoteRow } from "@/lib/peer-groups/views";

/** A group's shared notes, the latest first. */
export function NoteList({
  notes,
  home,
  canWrite,
  who,
}: {
  notes: readonly NoteRow[];
  /** Address of the notes: each is below it, and so is "new". */
  home: string;
  canWrite: boolean;
  /** Who reads them, in a sentence. */
  who: string;
}) {
  return (
    <section className="card mb-6" aria-labelledby="notes">
      <h2 id="notes">Shared notes</h2>
      <p className="mb-3 max-w-prose text-muted">
        {who} Anybody in the group and its facilitator can write and change them; earlier versions are kept.
      </p>
      {notes.length === 0 ? <p>There are no notes yet.</p> : null}
      <ul className="stack-list">
        {notes.map(({ id, title, about, by, at }) => (
          <li key={id} className="py-2">
            <a href={`${home}/${id}`}>{title}</a>
            <small className="block text-muted">
              {about ? `About ${about} · ` : ""}last changed by {by}, {at}
            </small>
          </li>
        ))}
      </ul>
      {canWrite ? (
        <p className="mt-4">
          <ButtonLink href={`${home}/new`} variant="secondary" small>
            Write a note
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
