import { STATE_NAMES } from "@/components/status/words";
import { buttonClass } from "@/components/ui/button";
import {
  ALERT_REASONS,
  ENGAGEMENT_SORT_WORDS,
  ENGAGEMENT_SORTS,
  ENROLMENT_STATES_SHOWN,
  type EngagementQuestion,
  isFiltered,
  NO_GROUP,
  REASON_WORDS,
} from "@/lib/engagement/schema";

/** Search, filters and order, asked by the address, so that a view can be kept and sent on. */
export function ParticipantFilter({
  home,
  question,
  groups,
}: {
  /** The list's address. */
  home: string;
  question: EngagementQuestion;
  groups: readonly { id: string; name: string }[];
}) {
  const { q, state, group, show, sort, dir } = question;
  return (
    <form className="filter-bar no-print" action={home} key={JSON.stringify(question)}>
      <label>
        Find
        <input
          className="input"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={q}
          placeholder="Name or school"
        />
      </label>
      <Choice
        label="Show"
        name="show"
        chosen={show}
        options={[
          ["", "Everyone"],
          ["any", "Anyone with an alert"],
          ...ALERT_REASONS.map((reason): Option => [reason, REASON_WORDS[reason]]),
        ]}
      />
      <Choice
        label="State"
        name="state"
        chosen={state}
        options={[
          ["", "Any"],
          ...ENROLMENT_STATES_SHOWN.map((each): Option => [each, capital(STATE_NAMES[each])]),
        ]}
      />
      <Choice
        label="Peer group"
        name="group"
        chosen={group}
        options={[
          ["", "All"],
          ...groups.map(({ id, name }): Option => [id, name]),
          [NO_GROUP, "In no group"],
        ]}
      />
      <Choice
        label="Order"
        name="sort"
        chosen={sort}
        options={ENGAGEMENT_SORTS.map(
          (each): Option => [each, ENGAGEMENT_SORT_WORDS[each][dir === "asc" ? 0 : 1]],
        )}
      />
      {dir === "desc" ? <input type="hidden" name="dir" value="desc" /> : null}
      <button type="submit" className={buttonClass("secondary")}>
        Apply
      </button>
      {isFiltered(question) ? (
        <a className="py-2" href={home}>
          Show everyone
        </a>
      ) : null}
    </form>
  );
}

type Option = [value: string, words: string];
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function Choice({
  label,
  name,
  chosen,
  options,
}: {
  label: string;
  name: string;
  chosen: string;
  options: readonly Option[];
}) {
  return (
    <label>
      {label}
      <select className="input" name={name} defaultValue={chosen}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
