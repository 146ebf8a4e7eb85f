import { Prose } from "./prose";

type Notice = { id: string; since: string; html: string };

/** What is known about scholarships, and the way to be told of what is not known yet. */
export function ScholarshipNews({ notices, slug }: { notices: readonly Notice[]; slug: string }) {
  return (
    <>
      {notices.map(({ id, since, html }) => (
        <div key={id} className="notice mt-5 max-w-prose text-brand">
          <p className="notice-title">Published on {since}</p>
          <Prose html={html} />
        </div>
      ))}
      <p className="mt-5">
        <a href={`/programmes/${slug}/be-told?topic=scholarships`}>
          Be told by e-mail when there is news on scholarships
        </a>
      </p>
    </>
  );
}
