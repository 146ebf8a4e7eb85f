import type { Finding, Windowed } from "./checker";

/**
 * The checker's rule about the order of modules.
 *
 * A module begins in the month in which its first item opens, first by the map's own order: not the earliest,
 * because an event may well be offered months ahead of the module it belongs to (face-to-face event 1 of
 * module 2 can be attended from June, and module 2 begins in October).
 *
 * - An item that opens in a later month than the next module's beginning is late. Where fewer than half of the
 *   module's other items are late too, the item is what is wrong. Where at least half are, the neighbours agree
 *   with it, and the next module's beginning is what is wrong: that item is named, once, and the module is
 *   then taken to begin with its next item.
 * - The same the other way round: an item that has closed before the month its own module begins in, when
 *   fewer than half of the module's others have.
 *
 * Modules are gone through from the last to the first, so that a late first item is found before it is
 * taken for its module's beginning.
 */
export function misplacedAmongModules(items: Windowed[]): Finding[] {
  const modules = [...new Set(items.flatMap(({ module }) => (module === null ? [] : [module])))].sort(
    (a, b) => b - a,
  );
  const findings: Finding[] = [];
  const sound = (module: number) =>
    items.filter((item) => item.module === module && !findings.some(({ number }) => number === item.number));

  modules.forEach((module, index) => {
    const next = modules[index - 1];
    if (next !== undefined) findings.push(...lateForNext(sound(module), sound(next), module, next));
    findings.push(...beforeOwn(sound(module), module));
  });
  return findings;
}

function lateForNext(own: Windowed[], following: Windowed[], module: number, next: number): Finding[] {
  const [first, second] = following;
  if (!first) return [];
  const late = standingOut(own, (item) => item.opens > first.opens);
  if (late) return late.map(({ number }) => afterNext(number, next));
  const then = second ? standingOut(own, (item) => item.opens > second.opens) : [];
  return [
    {
      number: first.number,
      code: "begins_before_previous_module",
      message: `Module ${next} would begin here, when most of module ${module} is still to come.`,
    },
    ...(then ?? []).map(({ number }) => afterNext(number, next)),
  ];
}

const afterNext = (number: number, next: number): Finding => ({
  number,
  code: "after_next_module_began",
  message: `It opens after module ${next} has begun, when the items around it do not.`,
});

function beforeOwn(own: Windowed[], module: number): Finding[] {
  const first = own[0];
  if (!first) return [];
  return (standingOut(own, (item) => item.closes < first.opens) ?? []).map(({ number }) => ({
    number,
    code: "before_own_module",
    message: `It closes before module ${module} begins, when the items around it do not.`,
  }));
}

/** The items that differ from their neighbours; undefined where so many do that they are the rule. */
function standingOut(own: Windowed[], differs: (item: Windowed) => boolean): Windowed[] | undefined {
  const different = own.filter(differs);
  const others = own.length - 1;
  // One item alone has no neighbours to agree with it.
  return different.length === 0 || own.length === 1 || (different.length - 1) * 2 < others
    ? different
    : undefined;
}
