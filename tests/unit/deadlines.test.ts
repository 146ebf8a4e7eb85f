import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addPlainDays,
  dateColumn,
  dayInLondon,
  daysBetween,
  endOfDayInLondon,
  isPlainDate,
  plainDate,
  timeInLondon,
} from "@/lib/dates";

/** Days and deadlines on the nights when the clocks change, and days that no form may send (checklist, 24 and 47). */

describe("a deadline", () => {
  it.each([
    ["2026-10-24", "2026-10-24T22:59:59.999Z"],
    // The day has 25 hours, the clocks having gone back.
    ["2026-10-25", "2026-10-25T23:59:59.999Z"],
    ["2026-11-23", "2026-11-23T23:59:59.999Z"],
    ["2027-03-27", "2027-03-27T23:59:59.999Z"],
    // The day has 23 hours.
    ["2027-03-28", "2027-03-28T22:59:59.999Z"],
    ["2027-03-29", "2027-03-29T22:59:59.999Z"],
  ])("on %s passes at %s", (day, instant) => {
    const end = endOfDayInLondon(day);
    expect(end.toISOString()).toBe(instant);
    expect([dayInLondon(end), timeInLondon(end)]).toEqual([day, "23:59"]);
    expect(dayInLondon(new Date(end.getTime() + 1))).toBe(addPlainDays(day, 1));
  });
});

const day = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2100-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => plainDate(date));

describe("a day", () => {
  it("goes into a DATE column and back without shifting", () => {
    fc.assert(
      fc.property(day, (each) => {
        expect(plainDate(dateColumn(each))).toBe(each);
      }),
    );
  });

  it("is as far from another as was added", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), (each, days) => {
        expect(daysBetween(each, addPlainDays(each, days))).toBe(days);
      }),
    );
  });

  it.each([
    ...[
      "275760-09-13",
      "+275760-09-13",
      "-000001-01-01",
      "0000-01-01",
      "1899-12-31",
      "2101-01-01",
      "9999-12-31",
    ],
    ...[
      "2026-02-30",
      "2027-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "20261123",
      " 2026-11-23",
      "2026-11-23\n",
    ],
    ...["2026-11-23T00:00:00Z", "", "NaN", "Invalid Date", "２０２６-11-23"],
  ])("is not %j", (text) => {
    expect(isPlainDate(text)).toBe(false);
  });
});
