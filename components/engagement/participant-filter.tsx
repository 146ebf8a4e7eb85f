import { buttonClass } from "@/components/ui/button";
import type { EngagementQuestion } from "@/lib/engagement/schema";

/** Search and order, asked by the address, so that a view can be kept and sent on. */
export function ParticipantFilter({ home, question }: { home: string; question: EngagementQuestion }) {
  return (
    <form className="filter-bar no-print" action={home}>
      <label>
        Find
        <input
          className="input"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={question.q}
          placeholder="Name or school"
        />
      </label>
      <label>
        Order
        <select className="input" name="sort" defaultValue={question.sort}>
          <option value="name">By name</option>
          <option value="to_date">Engagement to date, lowest first</option>
        </select>
      </label>
      <button type="submit" className={buttonClass("secondary")}>
        Apply
      </button>
      {question.q ? (
        <a className="py-2" href={home}>
          Show everyone
        </a>
      ) : null}
    </form>
  );
}
