import type { Actor } from "@/lib/auth/actor";
import { type Format, type ListOf, takeOut } from "@/lib/list-file";

/** A list taken out by somebody, as the route takes it out. */
export async function fileOf(
  list: ListOf,
  actor: Actor,
  query: Record<string, string>,
  at: Date,
  { name = "tried", format = "csv" }: { name?: string; format?: Format } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = await takeOut(actor, { name, list, query, format }, at);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The same as text. */
export async function csvOf(...asked: Parameters<typeof fileOf>): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await fileOf(...asked));
}
