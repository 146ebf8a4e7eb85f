import { notFound } from "next/navigation";
import type { Actor } from "@/lib/auth/actor";
import { dateTimeInLondon } from "@/lib/dates";
import { type FormState, typedValues } from "@/lib/form";
import type { ListFile } from "@/lib/funding/list-file";
import { programmeFunding } from "@/lib/funding/staff-queries";
import type { NoticeFormState, UploadFormState } from "@/lib/funding/views";
import { renderMarkdown } from "@/lib/markdown";

/** Forms again, with something to look at before anything is written. */

type Sent = { state: FormState; data: FormData };
const again = ({ state, data }: Sent): FormState => ({
  errors: {},
  values: typedValues(data),
  turn: state.turn + 1,
});

/** The notice as the public would read it; for whoever may not write one, there is no such page. */
export async function previewOf(
  actor: Actor,
  input: { slug: string; step: "preview" | "change"; body: string; publicFrom: Date | null },
  { at, ...sent }: Sent & { at: Date },
): Promise<NoticeFormState> {
  const { slug, step, body, publicFrom } = input;
  if (!(await programmeFunding(actor, slug, at))) notFound();
  if (step === "change") return again(sent);
  if (publicFrom && publicFrom <= at) {
    return { ...again(sent), errors: { day: "Enter a time that is still to come" } };
  }
  const when = publicFrom ? `on ${dateTimeInLondon(publicFrom)}` : "at once";
  return { ...again(sent), preview: { html: renderMarkdown(body), when } };
}

const SHOWN = 100;

/** What was found in a file, and what is wrong with it. */
export function reportOf(file: ListFile, sent: Sent): UploadFormState {
  const counts = new Map<string, number>();
  for (const { listName } of file.entries) counts.set(listName, (counts.get(listName) ?? 0) + 1);
  const wrong = file.problems.length;
  return {
    ...again(sent),
    ...(wrong > 0
      ? { errors: { file: "Nothing was changed: put the lines right and send the file again" } }
      : {}),
    report: {
      wrong,
      problems: file.problems.slice(0, SHOWN),
      entries: file.entries.length,
      lists: [...counts].slice(0, SHOWN).map(([name, entries]) => ({ name, entries })),
      repeated: file.repeated,
      notRead: file.notRead.slice(0, SHOWN),
    },
  };
}
