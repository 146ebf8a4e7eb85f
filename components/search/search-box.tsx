import { buttonClass } from "@/components/ui/button";
import { SlashFocus } from "./slash-focus";

/** The staff's one box, in the header of every page of theirs. */
export function SearchBox() {
  return (
    <search className="no-print flex-1">
      <form className="site-search" action="/staff/search">
        <label className="sr-only" htmlFor="site-search">
          Search people, schools and references
        </label>
        <input
          id="site-search"
          className="input"
          type="search"
          name="q"
          maxLength={100}
          placeholder="People, schools, references"
          aria-keyshortcuts="/"
        />
        <button type="submit" className={buttonClass("secondary", true)}>
          Search
        </button>
      </form>
      <SlashFocus target="site-search" />
    </search>
  );
}
