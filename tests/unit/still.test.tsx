import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EngagementCard } from "@/components/engagement/engagement-card";
import { NavList } from "@/components/layout/nav-list";
import { entriesFor } from "@/components/layout/navigation";
import { Shell } from "@/components/layout/shell";
import { RouteMap } from "@/components/route-map/route-map";
import { Glyph } from "@/components/ui/glyph";
import { Meter } from "@/components/ui/meter";
import { Still } from "@/components/ui/still";
import { stillHtml } from "@/components/ui/still-html";
import { itemsByMonth } from "@/lib/route-map/months";
import { layoutRail, railItem } from "@/lib/route-map/rail";

const NASTY = `"><script>alert('1')</script>&`;

const item = railItem(
  {
    number: 1,
    module: 2,
    kind: "residential",
    title: NASTY,
    mode: "face_to_face",
    minutes: 540,
    opensOn: "2026-05-01",
    closesOn: "2026-06-30",
  },
  { href: "/x", state: "open" },
);

const share = { doneMinutes: 90, requiredMinutes: 100, percent: 90 };
const engagement = {
  thresholdPercent: 90,
  toDate: share,
  overall: share,
  forecast: share,
  canMissMinutes: 0,
  shortMinutes: 0,
  missedMinutes: 0,
};

const TREES: Record<string, ReactNode> = {
  "text that is hostile": (
    <p title={NASTY} className={NASTY}>
      {NASTY}
      {7} {0} {null} {false} {undefined} <b>{[NASTY, <i key="i">x</i>]}</b>
    </p>
  ),
  "attributes by React's names": (
    <label htmlFor="a" tabIndex={-1} aria-hidden={false} data-open={true} hidden>
      <input id="a" autoComplete="off" maxLength={8} readOnly disabled={false} />
      <time dateTime="2026-05-01">1 May</time>
      <br />
    </label>
  ),
  "tables and styles": (
    <table>
      <tbody>
        <tr>
          <td colSpan={2} style={{ width: "40%", marginTop: "2px" }}>
            x
          </td>
        </tr>
      </tbody>
    </table>
  ),
  "a meter and a glyph": (
    <>
      <Meter percent={40} mark={90} label="forty" markLabel="needed" />
      <Glyph state="overdue" />
    </>
  ),
  "the engagement card": (
    <EngagementCard
      engagement={engagement}
      forecast="You reach 97%; you can miss 4 h 10 min."
      overall="Overall 40%."
      learning={{ minutes: 90, ofMinutes: 4500 }}
    />
  ),
  "a route map": (
    <RouteMap
      layout={layoutRail({ start: "2026-05-01", months: 18, items: [item], today: "2026-11-23" })}
      groups={itemsByMonth([item])}
      label="The route map"
      heading={<h2>Yours</h2>}
    />
  ),
  "a navigation with groups": <NavList entries={entriesFor("participant", [])} here="/dashboard/study" />,
  "a whole page": (
    <Shell area="applicant" viewerName="Amara Okafor" current="/applications">
      <Still className="wrap">
        <h1>Hello</h1>
      </Still>
    </Shell>
  ),
};

const Later = async () => <p>later</p>;

describe("what stands still on a page", () => {
  for (const [name, tree] of Object.entries(TREES)) {
    it(`is written as React writes it: ${name}`, () => {
      expect(stillHtml(tree)).toBe(renderToStaticMarkup(tree));
      expect(stillHtml(tree)).not.toContain("<script>alert");
    });
  }

  it("refuses what it cannot write", () => {
    const client = Object.assign(() => null, { $$typeof: Symbol.for("react.client.reference") });
    const Client = client as () => null;
    expect(() => stillHtml(<Later />)).toThrow("promises");
    expect(() => stillHtml(<Client />)).toThrow("client component");
    expect(() => stillHtml(<button type="button" onClick={() => {}} />)).toThrow("onClick");
    expect(() => stillHtml(<p style={{ width: 4 }} />)).toThrow("unit");
  });
});
