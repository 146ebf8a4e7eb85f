import { GLYPH_PATHS, type GlyphState } from "@/components/ui/glyph-shapes";

/** The signs that a route map uses, defined once; rail and list refer to them by `#g-…`. */
export function Sprite({ signs }: { signs: readonly GlyphState[] }) {
  return (
    <svg className="sprite" aria-hidden="true" width="0" height="0">
      <defs>
        {signs.map((sign) => (
          <path key={sign} id={`g-${sign}`} fill="currentColor" fillRule="evenodd" d={GLYPH_PATHS[sign]} />
        ))}
      </defs>
    </svg>
  );
}
