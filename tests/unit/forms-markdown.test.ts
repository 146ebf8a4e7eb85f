import { describe, expect, it } from "vitest";
import { renderMarkdown } from "@/lib/markdown";

describe("Markdown from the database", () => {
  it.each([
    ["<script>alert(1)</script>", "<script"],
    ["<img src=x onerror=alert(1)>", "<img"],
    ["[here](javascript:alert(1))", "href"],
    ["[here](JaVaScRiPt&colon;alert(1))", "href"],
    ["[here](vbscript:x)", "href"],
    ["[here](data:text/html,x)", "href"],
    ["[here](//example.org)", "href"],
    ["![picture](https://example.org/a.png)", "<img"],
    ['<https://example.org/" onclick="x>', 'onclick="'],
  ])("makes %s harmless", (text, forbidden) => {
    expect(renderMarkdown(text)).not.toContain(forbidden);
  });

  it.each(["https://example.org/a", "mailto:npq@ucl.ac.uk", "/programmes/npqel", "#contact"])(
    "links to %s",
    (address) => {
      expect(renderMarkdown(`[there](${address})`)).toContain(`href="${address}"`);
    },
  );

  it("starts headings under a section's own", () => {
    expect(renderMarkdown("# One\n\n###### Six")).toBe("<h3>One</h3>\n<h6>Six</h6>\n");
  });

  it("sets quotation marks and answers the same text the same", () => {
    expect(renderMarkdown("UCL's 'faculty'")).toBe("<p>UCL’s ‘faculty’</p>\n");
    expect(renderMarkdown("UCL's 'faculty'")).toBe("<p>UCL’s ‘faculty’</p>\n");
  });
});
