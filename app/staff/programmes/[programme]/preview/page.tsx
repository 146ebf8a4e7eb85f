import type { Metadata } from "next";
import { ProspectusBody } from "@/app/(public)/programmes/[programme]/prospectus-body";
import { now } from "@/lib/clock";
import { cohortSituation } from "@/lib/cohorts/queries";
import { publicNotices } from "@/lib/funding/queries";
import { prospectusOf } from "@/lib/programmes/schema";
import { publicRouteMap } from "@/lib/route-map/queries";
import { findProgramme } from "../find";

export const metadata: Metadata = { title: "Preview" };

/** The public page as it would be: the same parts, from the draft. Like every staff page, nobody keeps a copy. */
export default async function PreviewPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { programme, home } = await findProgramme(slug, "/preview");
  const at = now();
  const [situation, routeMap, notices] = await Promise.all([
    cohortSituation(programme.id, at),
    publicRouteMap(slug, undefined, at),
    publicNotices(programme.id, at),
  ]);
  return (
    <>
      <div className="preview-bar" role="status">
        <strong>
          {programme.draft ? "A preview of the draft: not public." : "What is public. There is no draft."}
        </strong>
        <a href={home}>Back to editing</a>
        {programme.changes.length > 0 ? (
          <a href={`${home}/publication`}>See what changes, and publish</a>
        ) : null}
      </div>
      <div className="preview">
        <ProspectusBody
          programme={prospectusOf(programme.id, programme.content)}
          {...{ situation, routeMap, notices }}
        />
      </div>
    </>
  );
}
