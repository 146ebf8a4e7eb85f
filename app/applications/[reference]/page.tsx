import type { Metadata } from "next";
import { StateTag } from "@/components/applications/state-tag";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import type { ApplicationState } from "@/lib/applications/schema";
import { findOwn } from "../find";
import { DraftHome } from "./draft-home";
import { StatusHome } from "./status-home";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Application ${(await params).reference}` };
}

/** Said once, after the step that led here; only what is true of the application as it stands. */
const DONE: Partial<Record<ApplicationState, string>> = {
  draft: "Your answers are saved. Come back whenever it suits you.",
  accepted: "Your place is confirmed. We have e-mailed you, and your programme is ready.",
  declined: "You have declined the place.",
  withdrawn: "Your application is withdrawn.",
};

const THANKS = "Thank you. The equality questions are done.";
const CARRIED = "Your answers are here. Read through them, then make the declarations and send it.";

/** An application's home: the task list of a draft, and after that where it stands. */
export default async function ApplicationPage({ params, searchParams }: Props) {
  const { reference } = await params;
  const application = await findOwn(reference);
  const { done } = await searchParams;
  const { programme, cohort, state } = application;
  const said = done === "equality" ? THANKS : done === "carried" ? CARRIED : done && DONE[state];
  return (
    <>
      <PageHeading
        title={`${programme.title}, ${cohort.name}`}
        caption={
          <>
            Reference {reference} <StateTag state={state} />
          </>
        }
        back={{ href: "/applications", label: "Your applications" }}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      {state === "draft" && cohort.open ? (
        <DraftHome application={application} />
      ) : (
        <StatusHome application={application} />
      )}
    </>
  );
}
