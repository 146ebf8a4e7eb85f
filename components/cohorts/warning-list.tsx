import type { RouteMapWarning } from "@/lib/route-map/schema";

/** What the checker says of a route map: it stops nothing, and a person decides. */
export function WarningList({ warnings }: { warnings: readonly RouteMapWarning[] }) {
  return (
    <ul className="list-disc ps-5">
      {warnings.map(({ number, title, message }) => (
        <li key={number}>
          <b>
            {number}. {title}
          </b>
          : {message}
        </li>
      ))}
    </ul>
  );
}

/** "Nothing looks wrong." or how many things do. */
export const warningsInWords = (count: number) =>
  count === 0
    ? "The checker finds nothing wrong with the order of the milestones."
    : `The checker finds ${count === 1 ? "one thing" : `${count} things`} in the order of the milestones that cannot be right:`;
