import type { FormState } from "../form";

/** What forms about funding show besides what was typed: plain values. */

/** A notice as it would be read, before it is published. */
export type NoticeFormState = FormState & { preview?: { html: string; when: string } };

/** A file that was read and not taken: wrong lines, or only checked. */
export type UploadFormState = FormState & {
  report?: {
    /** Lines that are wrong; the first of them in words. */
    wrong: number;
    problems: { line: number; text: string }[];
    entries: number;
    lists: { name: string; entries: number }[];
    repeated: number;
    notRead: string[];
  };
};
