import { Prose } from "./prose";

/** The areas a participant learns about: what each is for, then what it covers. */
export function Areas({
  areas,
}: {
  areas: readonly { key: string; title: string; summary: string; html: string }[];
}) {
  return (
    <div className="areas">
      {areas.map((area) => (
        <div key={area.key}>
          <h3>{area.title}</h3>
          <p>{area.summary}</p>
          <Prose html={area.html} className="prose-small" />
        </div>
      ))}
    </div>
  );
}
