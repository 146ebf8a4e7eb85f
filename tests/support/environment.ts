import { type Env, env } from "@/lib/env";

/** Gives the portal other settings, on top of those of every test; answers with what puts them back. */
export function setEnvironment(settings: Partial<Env>): () => void {
  const read = env();
  const before = { ...read };
  Object.assign(read, settings);
  return () => {
    for (const name of Object.keys(settings)) delete (read as Record<string, unknown>)[name];
    Object.assign(read, before);
  };
}

/** Does something under other settings. */
export async function withEnvironment<T>(settings: Partial<Env>, work: () => Promise<T>): Promise<T> {
  const putBack = setEnvironment(settings);
  try {
    return await work();
  } finally {
    putBack();
  }
}
