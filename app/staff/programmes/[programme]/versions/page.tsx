import type { Metadata } from "next";
import { VersionTable } from "@/components/programmes/version-table";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { versionsOf } from "@/lib/programmes/editing-queries";
import { findProgramme } from "../find";

export const metadata: Metadata = { title: "Versions" };

export default async function VersionsPage({ params }: { params: Promise<{ programme: string }> }) {
  const { programme: slug } = await params;
  const { actor, home, name } = await findProgramme(slug, "/versions");
  const versions = await versionsOf(actor, slug);
  return (
    <>
      <PageHeading
        title="Versions"
        caption="Every prospectus that was public. None of them is ever changed."
        back={{ href: home, label: name }}
      />
      {versions.length === 0 ? (
        <p>Nothing has been published yet.</p>
      ) : (
        <>
          <VersionTable {...{ slug, versions }} />
          <TakeOut list="versions" query={{ programme: slug }} />
        </>
      )}
    </>
  );
}
