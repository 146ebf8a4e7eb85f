import { GLYPH_TONES, GLYPH_WORDS, type GlyphState } from "@/components/ui/glyph-shapes";

/** What the signs mean. Needs the page's `Sprite`. */
export function RouteKey({ signs }: { signs: readonly GlyphState[] }) {
  return (
    <ul className="route-key" aria-label="Key">
      {signs.map((sign) => (
        <li key={sign}>
          <svg className={`glyph ${GLYPH_TONES[sign]}`} viewBox="0 0 20 20" aria-hidden="true">
            <use href={`#g-${sign}`} />
          </svg>
          {GLYPH_WORDS[sign]}
        </li>
      ))}
    </ul>
  );
}
