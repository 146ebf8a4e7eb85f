import type { KeyboardEvent } from "react";

/**
 * A register by single keys, while the focus is on somebody's marks: P present, A absent, a digit begins the minutes
 * of who was there for part of it. Each goes on to the next person, and Enter in the minutes does. After the last
 * comes the button that goes on.
 */
export function markByKey(event: KeyboardEvent<HTMLUListElement>): void {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (!(target instanceof HTMLInputElement) || ctrlKey || metaKey || altKey) return;
  const row = target.closest("li");
  if (!row) return;
  const pressed = key.toLowerCase();
  if (target.type !== "radio") {
    if (key !== "Enter") return;
    goOn(row);
  } else if (pressed === "p" || pressed === "a") {
    choose(row, pressed === "p" ? "present" : "absent");
    goOn(row);
  } else if (/^[1-9]$/.test(key)) {
    const minutes = row.querySelector<HTMLInputElement>(".part-minutes input");
    if (!minutes) return;
    choose(row, "part");
    minutes.value = key;
    minutes.focus();
  } else return;
  event.preventDefault();
}

function choose(row: Element, mark: string): void {
  const radio = row.querySelector<HTMLInputElement>(`input[type="radio"][value="${mark}"]`);
  if (radio) radio.checked = true;
}

/** To the mark that the next person who can be marked has, or their first. */
function goOn(row: Element): void {
  let next = row.nextElementSibling;
  while (next && !next.querySelector('input[type="radio"]')) next = next.nextElementSibling;
  const radio =
    next?.querySelector<HTMLElement>('input[type="radio"]:checked') ??
    next?.querySelector<HTMLElement>('input[type="radio"]');
  const button = row.closest("form")?.querySelector<HTMLElement>(".form-actions button");
  (radio ?? button)?.focus();
}
