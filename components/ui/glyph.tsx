import { GLYPH_PATHS, GLYPH_TONES, GLYPH_WORDS, type GlyphState } from "./glyph-shapes";

/**
 * The sign of a state. Where the state is said in words beside it, pass `decorative`; else its word is its name.
 */
export function Glyph({ state, decorative = false }: { state: GlyphState; decorative?: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`glyph ${GLYPH_TONES[state]}`}
      role="img"
      aria-hidden={decorative || undefined}
      aria-label={decorative ? undefined : GLYPH_WORDS[state]}
    >
      <path fill="currentColor" fillRule="evenodd" d={GLYPH_PATHS[state]} />
    </svg>
  );
}
