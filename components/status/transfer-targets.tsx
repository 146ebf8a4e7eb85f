import { monthAndYear } from "@/lib/dates";
import type { Elsewhere, Target } from "@/lib/status-changes/transfer-queries";

type Props = {
  targets: readonly Target[];
  elsewhere: readonly Elsewhere[];
  /** Where a chosen cohort is asked about. */
  address: string;
  title: string;
};

/** To which cohort somebody could move; for those that the viewer does not manage, whom to ask. */
export function TransferTargets({ targets, elsewhere, address, title }: Props) {
  return (
    <>
      <title>{`${title} - UCL Centre for Educational Leadership`}</title>
      <h2 className="mb-3">To which cohort?</h2>
      {targets.length === 0 ? (
        <p className="mb-4">
          {elsewhere.length === 0
            ? "There is no later public cohort of the programme yet."
            : "You manage no later cohort of the programme yourself."}
        </p>
      ) : null}
      <ul className="stack-list">
        {targets.map(({ id, name, startsOn, placesLeft, fundedLeft }) => (
          <li key={id}>
            <a className="font-semibold" href={`${address}?to=${id}`}>
              {name}
            </a>
            <p>
              Starts in {monthAndYear(startsOn)} · {placesLeft} places left,{" "}
              {Math.min(placesLeft, fundedLeft)} of them funded
            </p>
          </li>
        ))}
      </ul>
      {elsewhere.length > 0 ? (
        <>
          <h3 className="mt-6 mb-2">Cohorts that you do not manage</h3>
          <p className="mb-3">
            A move is made by somebody who manages both cohorts. Ask them, and say who is to move and from
            which day.
          </p>
          <ul className="stack-list">
            {elsewhere.map(({ id, name, startsOn, ask }) => (
              <li key={id}>
                <p className="font-semibold">{name}</p>
                <p>
                  Starts in {monthAndYear(startsOn)} · ask {inWords(ask)}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

const inWords = (names: readonly string[]) =>
  names.length === 0
    ? "an administrator"
    : new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
