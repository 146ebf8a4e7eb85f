import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/fields";
import { ANSWER_MAX, type EnquiryState } from "@/lib/enquiries/schema";
import type { EnquiryForStaff } from "@/lib/enquiries/views";
import { answer } from "../actions";

const LABELS: Record<EnquiryState, string> = {
  waiting: "Your answer",
  answered: "Another answer",
  set_aside: "An answer after all",
};

/** Answers by e-mail; the way to set it aside stands beside the button while it waits. */
export function AnswerForm({ enquiry }: { enquiry: EnquiryForStaff }) {
  const { id, name, reference, state, standing } = enquiry;
  return (
    <ActionForm
      action={answer.bind(null, id)}
      title={`${name} asks, ${reference}`}
      submitLabel="Send the answer"
      submitVariant={state === "waiting" ? "primary" : "secondary"}
      hidden={{ seen: standing, formKey: randomUUID() }}
      aside={
        state === "waiting" ? (
          <a href={`/staff/enquiries/${id}/closure`}>Set it aside without an answer</a>
        ) : null
      }
    >
      <TextArea
        name="body"
        label={LABELS[state]}
        hint={`The e-mail begins “Dear ${name},” and ends with your name and the question.`}
        rows={9}
        maxLength={ANSWER_MAX}
      />
    </ActionForm>
  );
}
