import { isValidElement, type ReactNode } from "react";

/**
 * Runs a page's components on the server's side as Next does, those that wait for something too, so that all they ask of
 * the database is asked. What belongs in a browser (it calls hooks) is passed over; what it stands around is not.
 */
export async function renderWhole(node: unknown): Promise<void> {
  if (Array.isArray(node)) {
    for (const each of node) await renderWhole(each);
    return;
  }
  if (!isValidElement(node)) return;
  const { type, props } = node as {
    type: unknown;
    props: Record<string, unknown> & { children?: ReactNode };
  };
  if (typeof type !== "function") return renderWhole(props.children);
  let made: unknown;
  try {
    made = await (type as (props: unknown) => unknown)(props);
  } catch (error) {
    if (!/reading 'use\w+'|Invalid hook call|use\w+ is not a function/.test(String(error))) throw error;
    return renderWhole(props.children);
  }
  return renderWhole(made);
}
