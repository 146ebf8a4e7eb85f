import { RadioGroup, TextArea } from "@/components/forms/fields";
import { ScaleField } from "@/components/forms/scale-field";
import { answerField, type EvaluationQuestion, TEXT_MAX } from "@/lib/evaluations/schema";

/** An evaluation's questions, each as its kind asks. */
export function QuestionFields({ questions }: { questions: readonly EvaluationQuestion[] }) {
  return questions.map((question) => {
    const { key, legend, hint } = question;
    const name = answerField(key);
    if (question.kind === "scale") {
      const words = [question.low, "", "", "", question.high];
      return <ScaleField key={key} name={name} legend={legend} hint={hint} words={words} />;
    }
    if (question.kind === "choice") {
      const options = question.options.map((option) => ({ value: option, label: option }));
      return <RadioGroup key={key} name={name} legend={legend} hint={hint} options={options} />;
    }
    return (
      <TextArea key={key} name={name} label={legend} hint={hint} optional rows={4} maxLength={TEXT_MAX} />
    );
  });
}
