"use client";

import { useEffect, useRef, useState } from "react";
import { EMPTY_FORM, type FormState } from "@/lib/form";

const PAUSE_MS = 1_500;
const NOT_SAVED = "Not saved just now: the portal did not answer. It is tried again as you go on.";

/**
 * Saves the form it stands in as one goes, a moment after the last letter, and says so. Without scripts there is the
 * button. After a refusal that would come again it stops, with the reason.
 */
export function Autosave({ action }: { action: (state: FormState, data: FormData) => Promise<FormState> }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting = false;
    let stopped = false;
    const save = async () => {
      clearTimeout(timer);
      if (!waiting || stopped) return;
      waiting = false;
      try {
        const { values, problem, errors } = await action(EMPTY_FORM, new FormData(form));
        stopped = values.stopped === "yes";
        const wrong = problem ?? Object.values(errors)[0];
        setWords(wrong ? `Not saved: ${wrong}` : `Saved at ${values.savedAt}.`);
      } catch {
        waiting = true;
        setWords(NOT_SAVED);
      }
    };
    const later = () => {
      waiting = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    // Sent by the button: what was typed goes with it.
    const leave = () => {
      stopped = true;
      clearTimeout(timer);
    };
    const away = () => document.visibilityState === "hidden" && save();
    form.addEventListener("input", later);
    form.addEventListener("submit", leave);
    document.addEventListener("visibilitychange", away);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
      form.removeEventListener("submit", leave);
      document.removeEventListener("visibilitychange", away);
    };
  }, [action]);
  return (
    <p ref={place} className="min-h-[1.6em] text-muted" role="status">
      {words}
    </p>
  );
}
