"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioGroup } from "@/components/forms/fields";
import { buttonClass } from "@/components/ui/button";
import type { FormState } from "@/lib/form";
import { LEAST_TYPED, type Workplace, type WorkplacesFound } from "@/lib/schools/schema";

type Props = {
  /** What was searched for by the address, and what that found; null before anything was. */
  typed: string;
  found: WorkplacesFound | null;
  /** This page's address, and that of the form for a place that is not listed. */
  page: string;
  byHand: string;
  fromCheck: boolean;
  form: {
    action: (state: FormState, data: FormData) => Promise<FormState>;
    title: string;
    submitLabel: string;
    hidden: Record<string, string>;
    aside: ReactNode;
  };
};

/**
 * Looks for a school or trust in the register. Without scripts the button searches; with them the places found stand
 * below as one types. What is chosen goes out by its code alone.
 */
export function WorkplaceSearch({ typed, found: atFirst, page, byHand, fromCheck, form }: Props) {
  const { found, search } = useLookUp(atFirst);
  const { aside, ...rest } = form;
  return (
    <>
      <search>
        <form action={page} className="field">
          <label htmlFor="q">Search for your school or trust</label>
          <div className="field-hint" id="q-hint">
            By its name, town, postcode or URN.
          </div>
          {fromCheck ? <input type="hidden" name="from" value="check" /> : null}
          <div className="search-line">
            <input
              id="q"
              name="q"
              type="search"
              className="input"
              maxLength={100}
              autoComplete="off"
              defaultValue={typed}
              aria-describedby="q-hint"
              onInput={(event) => search(event.currentTarget.value)}
            />
            <button type="submit" className={buttonClass("secondary")}>
              Search
            </button>
          </div>
        </form>
      </search>
      <p className="sr-only" role="status">
        {found ? inWords(found) : ""}
      </p>
      {found && found.workplaces.length > 0 ? (
        <ActionForm {...rest} aside={aside}>
          <RadioGroup
            name="choice"
            legend="Choose where you work"
            hint={
              found.more ? "There are more: add the town or the postcode to your search." : inWords(found)
            }
            options={found.workplaces.map(option)}
          />
        </ActionForm>
      ) : (
        <>
          <title>{`${form.title} - UCL Centre for Educational Leadership`}</title>
          {found ? <p className="mb-4">No open school or trust matches. Try fewer words.</p> : null}
        </>
      )}
      <p className="mt-6">
        <a className="inline-block py-0.5" href={byHand}>
          It is not listed: type it in by hand
        </a>
      </p>
    </>
  );
}

const whole = (words: string) => words.replaceAll(" ", "\u00a0");

const option = ({ kind, code, name, town, postcode, detail }: Workplace) => ({
  value: `${kind}:${code}`,
  label: name,
  hint: [
    detail,
    [town, whole(postcode)].filter(Boolean).join(", "),
    whole(kind === "school" ? `URN ${code}` : `code ${code}`),
  ]
    .filter(Boolean)
    .join(" · "),
});

const inWords = ({ workplaces: { length }, more }: WorkplacesFound) =>
  length === 0 ? "Nothing found." : `${more ? "More than " : ""}${length} found.`;

/** Asks while one types, a moment after the last letter; an answer that comes too late is left. */
function useLookUp(atFirst: WorkplacesFound | null) {
  const [found, setFound] = useState(atFirst);
  const asking = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (words: string) => {
    clearTimeout(timer.current);
    asking.current?.abort();
    if (words.trim().length < LEAST_TYPED) return setFound(null);
    timer.current = setTimeout(async () => {
      const asked = new AbortController();
      asking.current = asked;
      try {
        const answer = await fetch(`/api/workplaces?q=${encodeURIComponent(words)}`, {
          signal: asked.signal,
        });
        if (answer.ok) setFound(await answer.json());
      } catch {
        // The network, or a newer word: the button still searches.
      }
    }, 250);
  };
  return { found, search };
}
