import { TextArea, TextField } from "@/components/forms/fields";
import { buttonClass } from "@/components/ui/button";
import { KIND_NAMES, type Row, rowField } from "@/lib/evaluations/schema-rows";

/** One question as it is written: its words, what can be answered, and its place among the others. */
export function QuestionRow({ row, index, last }: { row: Row; index: number; last: boolean }) {
  const { key, kind, legend, hint, low, high, options } = row;
  const name = (field: Parameters<typeof rowField>[0]) => rowField(field, index);
  const which = `question ${index + 1}`;
  const button = (step: string, words: string) => (
    <button type="submit" name="step" value={`${step}-${index}`} className={buttonClass("plain", true)}>
      {words}
      <span className="sr-only"> {which}</span>
    </button>
  );
  return (
    <fieldset className="card mb-5">
      <legend className="font-semibold">
        Question {index + 1}: {KIND_NAMES[kind].toLowerCase()}
      </legend>
      <input type="hidden" name={name("key")} value={key} />
      <input type="hidden" name={name("kind")} value={kind} />
      <TextField name={name("legend")} label="Question" maxLength={200} defaultValue={legend} />
      <TextField name={name("hint")} label="A line below it" optional maxLength={300} defaultValue={hint} />
      {kind === "scale" ? (
        <div className="flex flex-wrap gap-x-6">
          <TextField
            name={name("low")}
            label="What 1 means"
            width="medium"
            maxLength={60}
            defaultValue={low}
          />
          <TextField
            name={name("high")}
            label="What 5 means"
            width="medium"
            maxLength={60}
            defaultValue={high}
          />
        </div>
      ) : null}
      {kind === "choice" ? (
        <TextArea
          name={name("options")}
          label="Answers to choose from"
          hint="One a line, 2 to 8 of them"
          rows={4}
          maxLength={700}
          defaultValue={options}
        />
      ) : null}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {index > 0 ? button("up", "Move up") : null}
        {last ? null : button("down", "Move down")}
        {button("out", "Take out")}
      </p>
    </fieldset>
  );
}
