import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { MentorFields } from "@/components/mentoring/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myMentoring } from "@/lib/mentoring/queries";
import { Frame } from "../../frame";
import { change } from "../actions";

export default async function ChangeMentorPage() {
  const actor = await requireViewer("/dashboard/mentor/change");
  const mine = await myMentoring(actor, now());
  if (!mine?.active) notFound();
  const { mentor, enrolmentId } = mine;
  const title = mentor ? "Name another mentor" : "Name your mentor";
  return (
    <Frame actor={actor} current="/dashboard/mentor">
      <div className="max-w-prose">
        <PageHeading title={title} back={{ href: "/dashboard/mentor", label: "Your mentor" }} />
        <p className="mb-6">
          Often the line manager. Please make sure that they know: we write to them at once, with a link of
          their own.
          {mentor
            ? ` ${mentor.name} then no longer sees anything of yours; what they have confirmed stays.`
            : ""}
        </p>
        <ActionForm
          action={change.bind(null, enrolmentId)}
          title={title}
          submitLabel="Name this mentor"
          hidden={{ seen: mentor?.mentorId ?? "" }}
        >
          <MentorFields />
        </ActionForm>
      </div>
    </Frame>
  );
}
