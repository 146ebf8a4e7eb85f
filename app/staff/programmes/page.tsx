import type { Metadata } from "next";
import { PageHeading } from "@/components/ui/page-heading";
import { Tag } from "@/components/ui/tag";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { programmesToEdit } from "@/lib/programmes/editing-queries";

export const metadata: Metadata = { title: "Programmes" };

export default async function ProgrammesPage() {
  const programmes = await programmesToEdit(await requireStaff("/staff/programmes"), now());
  return (
    <>
      <PageHeading
        title="Programmes"
        caption="What the public pages say of each, and the draft you work on"
      />
      {programmes.length === 0 ? (
        <p>
          You do not edit a programme. Administrators do, and whoever manages one of its cohorts. What the
          public sees is under <a href="/programmes">programmes</a>.
        </p>
      ) : (
        <ul className="grid gap-5">
          {programmes.map(({ slug, title, shortName, published, draft, latest }) => (
            <li key={slug} className="card">
              <h2>
                <a href={`/staff/programmes/${slug}`}>
                  {title} ({shortName})
                </a>
              </h2>
              <p className="mt-2">
                {published ? <Tag tone="done">Public</Tag> : <Tag tone="muted">Not public</Tag>}{" "}
                {draft ? <Tag tone="soon">Draft</Tag> : null}
              </p>
              {latest ? (
                <p className="mt-2">
                  Version {latest.number}, published by {latest.by}, {latest.at}.
                </p>
              ) : null}
              {draft ? <p className="mt-1">Draft saved last by {draft}.</p> : null}
              <p className="mt-3 flex flex-wrap gap-x-6 gap-y-1">
                <a href={`/programmes/${slug}`}>
                  Public page<span className="sr-only"> of {shortName}</span>
                </a>
                <a href={`/staff/programmes/${slug}/versions`}>
                  Versions<span className="sr-only"> of {shortName}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
