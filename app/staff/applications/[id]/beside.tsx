import { ConflictsCard } from "@/components/applications/conflicts";
import { History } from "@/components/applications/history";
import { NotesCard } from "@/components/applications/notes";
import { RegistrationCard } from "@/components/applications/registration-card";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { registrationOf } from "@/lib/applications/registrations/queries";
import type { ApplicationForReview } from "@/lib/applications/views";
import type { ReviewDesk } from "@/lib/applications/views-review";
import { removeDeclaration } from "./actions";
import { NoteForm } from "./note-form";

type Props = { application: ApplicationForReview; desk: ReviewDesk; home: string; notesKey: string };

/** What stands beside an application, under its decision: notes, conflicts of interest, what has happened. */
export async function Beside({ application, desk, home, notesKey }: Props) {
  const { id, history, answers } = application;
  return (
    <>
      <RegistrationCard registration={await registrationOf(id)} said={answers.dfeRegistration} />
      {desk.notes ? (
        <NotesCard notes={desk.notes}>
          {/* Empty after each note. */}
          <NoteForm key={notesKey} id={id} />
        </NotesCard>
      ) : null}
      <ConflictsCard
        desk={desk}
        home={home}
        removal={(conflictId) => (
          <ActionForm
            action={removeDeclaration.bind(null, id)}
            submitLabel="Remove the declaration"
            submitVariant="plain"
            hidden={{ conflictId }}
            idPrefix={`${conflictId}-`}
          />
        )}
      />
      <Card labelledBy="history">
        <h2 id="history">What has happened</h2>
        <History steps={history} withNames />
      </Card>
    </>
  );
}
