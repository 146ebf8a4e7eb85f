import type { z } from "zod";

/** Forms whose fields come from data: "mark-teaching", "note-teaching". */

type Kinds = Record<string, z.ZodType>;
type Read<K extends Kinds> = { [N in keyof K]?: z.output<K[N]> };

const MOST_FIELDS = 60;
const UNKNOWN = "The form sent something it should not have. Reload the page and try again.";

/**
 * Reads fields of the names kind-key, each by its kind's schema, and gathers them by key. A field of any other name is
 * refused; which keys there are is the verb's business.
 */
export function keyedFields<K extends Kinds>(
  fields: Record<string, unknown>,
  kinds: K,
  ctx: z.RefinementCtx,
): Map<string, Read<K>> {
  const found = new Map<string, Read<K>>();
  const refuse = (path: string[], message: string) => ctx.addIssue({ code: "custom", path, message });
  const names = Object.keys(fields);
  for (const name of names) {
    const [, kind = "", key = ""] = /^([a-z]+)-([a-z0-9-]{1,60})$/.exec(name) ?? [];
    const schema = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!schema || names.length > MOST_FIELDS) {
      refuse([], UNKNOWN);
      break;
    }
    const read = schema.safeParse(fields[name]);
    if (read.success) found.set(key, { ...found.get(key), [kind]: read.data } as Read<K>);
    else refuse([name], read.error.issues[0]?.message ?? "Check this answer");
  }
  return found;
}
