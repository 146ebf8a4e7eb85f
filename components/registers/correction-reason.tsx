import { fieldClass, HintAndError } from "@/components/forms/field-frame";

/** Why marks that stand are corrected: kept beside the new ones, and shown to whoever they are of. */
export function CorrectionReason({
  typed,
  error,
  hint = "",
}: {
  typed: string | string[] | undefined;
  error: string | undefined;
  /** When it has to be said. */
  hint?: string;
}) {
  return (
    <div className={`${fieldClass(error)} mt-4`}>
      <label htmlFor="reason">Why is the register corrected?</label>
      <HintAndError
        id="reason"
        hint={`${hint}Kept with the new marks. Each person concerned can read it.`}
        error={error}
      />
      <input
        className="input"
        id="reason"
        name="reason"
        maxLength={300}
        defaultValue={typed}
        aria-invalid={error ? true : undefined}
        aria-describedby={`reason-hint${error ? " reason-error" : ""}`}
      />
    </div>
  );
}
