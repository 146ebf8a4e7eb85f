import { describe, expect, it } from "vitest";
import { railMarkup } from "@/components/route-map/rail-markup";
import { inner, markup } from "@/components/ui/markup";
import { layoutRail, railItem } from "@/lib/route-map/rail";

const NASTY = `"><script>alert('1')</script>&`;
const SAFE = "&quot;&gt;&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;&amp;";

describe("markup made as text", () => {
  it("escapes what it is given, in text and in attributes", () => {
    expect(markup`<a href="${NASTY}">${NASTY}</a>`.html).toBe(`<a href="${SAFE}">${SAFE}</a>`);
  });

  it("keeps markup, and leaves nothing for what is not there", () => {
    const rows = [1, 2].map((row) => markup`<b>${row}</b>`);
    expect(inner(markup`<p>${rows}${null}${undefined}${false}${0}</p>`)).toEqual({
      __html: "<p><b>1</b><b>2</b>0</p>",
    });
  });

  it("holds for a route map whose titles are hostile", () => {
    const item = railItem(
      {
        number: 1,
        module: null,
        kind: "residential",
        title: NASTY,
        mode: null,
        minutes: null,
        opensOn: "2026-05-01",
        closesOn: "2026-06-30",
      },
      { href: NASTY, progressLabel: NASTY },
    );
    const { html } = railMarkup(layoutRail({ start: "2026-05-01", months: 18, items: [item] }), false);
    expect(html).not.toContain("<script");
    expect(html).toContain(SAFE);
  });
});
