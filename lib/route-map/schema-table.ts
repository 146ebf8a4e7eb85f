import { z } from "zod";
import { isStorable } from "../form";
import { checkRow, rowOf, TABLE_FIELDS, type TableField, type TableRow, type WHEN } from "./schema-table-row";

export type { TableField, TableRow } from "./schema-table-row";

/**
 * The table in which staff edit a route map: a cohort's, with days, or a template's, with months. Safe in the browser.
 * Each row's fields carry its item's number, those of new rows n0, n1 …: title12, opensn0. So that what was typed stays
 * with its item when somebody else has added one meanwhile. A new row without a title is left out.
 */

/** Empty rows at the end, to add to. */
export const NEW_ROWS = 3;
const MOST_VALUES = 8_000;
const typed = z
  .string()
  .max(5_000, "Shorten this")
  .refine(isStorable, "Remove the hidden control characters");
const NAME = new RegExp(`^(${TABLE_FIELDS.join("|")})(n[0-9]|[1-9][0-9]{0,2})$`);
const version = z.coerce.number({ error: "Reload the page and try again" }).int().min(0).max(1_000_000);
const NOT_OF_THE_FORM = "The form sent something it should not have. Reload the page and try again.";

/** "Item 12: …", "New item: …" */
const ofItem = (at: string, message: string) =>
  `${at.startsWith("n") ? "New item" : `Item ${at}`}: ${message}`;

/** The form of the table: its version, and, for a template, why it is changed. */
export function tableForm(when: keyof typeof WHEN) {
  return z
    .record(z.string().max(40), typed)
    .refine((form) => Object.keys(form).length <= MOST_VALUES, NOT_OF_THE_FORM)
    .transform((form, context) => {
      const rows: TableRow[] = [];
      const places = new Set<string>();
      for (const name of Object.keys(form)) {
        const place = NAME.exec(name)?.[2];
        if (place) places.add(place);
        else if (name !== "version" && name !== "why")
          context.addIssue({ code: "custom", message: NOT_OF_THE_FORM });
      }
      for (const at of places) {
        const text = (field: TableField) => (form[`${field}${at}`] ?? "").trim();
        const row = rowOf(at, text);
        if (!row) continue;
        const wrong = (field: TableField, message: string) =>
          context.addIssue({ code: "custom", path: [`${field}${at}`], message: ofItem(at, message) });
        if (!row.remove) checkRow(row, text, when, wrong);
        rows.push(row);
      }
      const seen = version.safeParse(form.version);
      if (!seen.success) context.addIssue({ code: "custom", message: "Reload the page and try again" });
      const why = (form.why ?? "").trim();
      if (why.length > 300)
        context.addIssue({
          code: "custom",
          path: ["why"],
          message: "Shorten why to 300 characters or fewer",
        });
      return { version: seen.data ?? 0, why, rows };
    });
}
export type Table = z.output<ReturnType<typeof tableForm>>;

/** Going back to an earlier version of a template, from the latest that was seen. */
export const restoreForm = z.strictObject({ version });
