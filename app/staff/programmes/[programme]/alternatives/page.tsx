import type { Metadata } from "next";
import { OptionTable } from "@/components/alternatives/option-table";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TakeOut } from "@/components/ui/take-out";
import { findOptions } from "./find";

export const metadata: Metadata = { title: "Alternative activities on offer" };

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function OptionsPage({ params, searchParams }: Props) {
  const { programme } = await params;
  const { shortName, options, list, home } = await findOptions(programme);
  const { done } = await searchParams;
  return (
    <>
      <PageHeading
        title="Alternative activities on offer"
        caption="What participants can choose in place of something that they missed. They can always propose something of their own."
        back={{ href: home, label: shortName }}
      />
      {done ? (
        <div className="mb-5">
          <Notice tone="done">Saved.</Notice>
        </div>
      ) : null}
      {options.length > 0 ? <OptionTable options={options} list={list} /> : <p>None is on offer yet.</p>}
      {options.length > 0 ? <TakeOut list="alternative-options" query={{ programme }} /> : null}
      <p className="mt-5">
        <ButtonLink href={`${list}/new`}>Add an activity</ButtonLink>
      </p>
    </>
  );
}
