import { TextArea } from "@/components/forms/fields";
import { Notice } from "@/components/ui/notice";
import type { BulkPreview } from "@/lib/applications/bulk/views";
import {
  BULK_MAX,
  type BulkAddress,
  bulkHref,
  REMINDER_WORDS,
  REMINDERS,
} from "@/lib/applications/schema-bulk";

type Props = { address: BulkAddress; preview: BulkPreview };

/** How it is done, as far as that decides to whom: links to the same page with something changed. */
export function BulkSettings({ address, preview }: Props) {
  if (address.act === "offer") return <OfferSettings address={address} preview={preview} />;
  if (address.act === "remind") return <ReminderSettings address={address} preview={preview} />;
  return null;
}

function Choices({
  label,
  choices,
}: {
  label: string;
  choices: { words: string; href: string; on: boolean }[];
}) {
  return (
    <nav className="view-links" aria-label={label}>
      <span>{label}</span>
      {choices.map(({ words, href, on }) => (
        <a key={words} href={href} aria-current={on ? "true" : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function OfferSettings({ address, preview: { places, unendorsed, rows, left } }: Props) {
  const change = (to: Partial<BulkAddress>) => bulkHref(address, to);
  const { funded } = address;
  const wanted = rows.length + left.filter(({ why }) => why.includes("place is left")).length;
  const free = funded ? places.fundedLeft : places.left;
  const kind = funded ? "funded places" : "places";
  return (
    <>
      <Choices
        label="Each is offered"
        choices={[
          { words: "a place, fee paid", href: change({ funded: undefined }), on: !funded },
          { words: "a funded place", href: change({ funded: "yes" }), on: Boolean(funded) },
        ]}
      />
      {unendorsed > 0 || address.unendorsed ? (
        <Choices
          label="Without their sponsor’s endorsement"
          choices={[
            { words: "leave out", href: change({ unendorsed: undefined }), on: !address.unendorsed },
            {
              words: "offer all the same, with a reason",
              href: change({ unendorsed: "yes" }),
              on: Boolean(address.unendorsed),
            },
          ]}
        />
      ) : null}
      <div className="mb-6">
        <Notice tone={wanted > free ? "soon" : "info"}>
          {wanted > free
            ? `${wanted} could be offered one, and ${free} ${kind} are left: they go to the waiting list first, in its order, and then to the others in the order of the queue.`
            : `${places.left} places are left in this cohort; ${places.fundedLeft} of them can be funded.`}
        </Notice>
      </div>
    </>
  );
}

function ReminderSettings({ address, preview: { reach, total } }: Props) {
  const everybody = address.a.length === 0;
  return (
    <>
      {everybody ? null : (
        <Choices
          label="Remind of"
          choices={REMINDERS.filter((each) => each !== "draft").map((about) => ({
            words: `${REMINDER_WORDS[about]} (${reach[about]})`,
            href: bulkHref(address, { about }),
            on: about === address.about,
          }))}
        />
      )}
      {total > BULK_MAX && everybody ? (
        <div className="mb-6">
          <Notice tone="soon">
            These are the first {BULK_MAX} of {total}. Come back for the others when they are done.
          </Notice>
        </div>
      ) : null}
    </>
  );
}

/** What is written for it: kept with each, or read by each. */
export function BulkFields({ address: { act, unendorsed } }: { address: BulkAddress }) {
  if (act === "offer" && unendorsed)
    return (
      <TextArea
        name="overrideReason"
        label="Why these offers do not wait for the endorsement"
        hint="Kept with each offer that is made without one, for colleagues. The applicants do not read it."
        rows={3}
        maxLength={500}
      />
    );
  return null;
}

/** The reminders that need no ticks: to everybody of a cohort whom they concern. */
export function ReminderLinks({ cohorts }: { cohorts: { id: string; name: string }[] }) {
  if (cohorts.length === 0) return null;
  return (
    <section className="mb-7" aria-labelledby="reminders">
      <h2 id="reminders" className="mb-3">
        Remind everybody
      </h2>
      {cohorts.map(({ id, name }) => (
        <nav key={id} className="view-links" aria-label={`Reminders: ${name}`}>
          <span>{name}:</span>
          {REMINDERS.map((about) => (
            <a key={about} href={bulkHref({ act: "remind", about, cohort: id })}>
              {REMINDER_WORDS[about]}
            </a>
          ))}
        </nav>
      ))}
      <p className="text-muted">The next page shows who, and the e-mail, before anything goes out.</p>
    </section>
  );
}
