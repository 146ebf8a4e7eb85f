import { TextArea } from "@/components/forms/fields";
import { ScaleField } from "@/components/forms/scale-field";
import { type AuditPage, MARK_WORDS, markField, NOTE_MAX, noteField } from "@/lib/learning-audits/schema";

/** An audit's questions: for each area a mark and a note. */
export function AreaFields({ areas, audit }: Pick<AuditPage, "areas" | "audit">) {
  return areas.map(({ key, title, summary }, index) => {
    const saved = audit?.marks.find(({ areaKey }) => areaKey === key);
    return (
      <div key={key} className="audit-area">
        <ScaleField
          name={markField(key)}
          legend={`${index + 1}. ${title}`}
          hint={summary}
          words={MARK_WORDS}
          defaultValue={saved?.mark ? String(saved.mark) : ""}
        />
        <TextArea
          name={noteField(key)}
          label={`What makes you say so about “${title}”?`}
          optional
          rows={2}
          maxLength={NOTE_MAX}
          defaultValue={saved?.note ?? ""}
        />
      </div>
    );
  });
}
