import { Prose } from "./prose";

/** What past participants reported, in the provider's words: told, not quoted. */
export function Voices({ voices }: { voices: readonly { who: string; html: string }[] }) {
  return (
    <div className="voices">
      {voices.map((voice) => (
        <div key={voice.who}>
          <h3>{voice.who}</h3>
          <Prose html={voice.html} />
        </div>
      ))}
    </div>
  );
}
