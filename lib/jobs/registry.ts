/**
 * Timed work. Areas and the platform offer functions; `instrumentation.ts` names them here, because the
 * platform may not import areas.
 */
export type TimedWork = {
  /** Lower case with hyphens; also the queue's name in the database. */
  name: string;
  /** Five fields, in London's time; at most once a minute. */
  cron: string;
  /**
   * Does what is due at `at` and answers how much that was. Runs in one server at a time, may be broken off
   * at any point and is run again at its next time: it has to be safe to repeat.
   */
  run(at: Date): Promise<number>;
};

/** The list as it is, once it is certain that no two pieces share a name. @throws Error when they do. */
export function timedWork(list: TimedWork[]): TimedWork[] {
  const names = list.map((work) => work.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two pieces of timed work are called ${twice}.`);
  return list;
}
