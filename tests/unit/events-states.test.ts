import { describe, expect, it } from "vitest";
import { dateColumn, londonTime } from "@/lib/dates";
import { detailsOf } from "@/lib/events/details";
import {
  BY_CHOICE,
  changeForm,
  instructionsForm,
  placeForm,
  removalForm,
  scheduleForm,
  turnForm,
} from "@/lib/events/schema";
import {
  allows,
  type EventMove,
  type EventState,
  eventState,
  faceToFace,
  placesWords,
} from "@/lib/events/states";
import { spanOf } from "@/lib/events/times";
import type { StaffEventDetail } from "@/lib/events/views";

const residential = {
  startsAt: londonTime("2027-07-14", "09:30"),
  endsAt: londonTime("2027-07-15", "16:00"),
  choiceUntil: dateColumn("2027-03-28"),
  cancelledAt: null,
};

describe("where an event stands", () => {
  it.each<[string, string, EventState]>([
    // The clocks go forward in the night to 28 March 2027: the last day still ends at midnight in London.
    ["2027-03-28", "00:30", "open"],
    ["2027-03-28", "23:59", "open"],
    ["2027-03-29", "00:00", "settled"],
    ["2027-07-14", "09:29", "settled"],
    ["2027-07-14", "09:30", "on_now"],
    ["2027-07-15", "15:59", "on_now"],
    ["2027-07-15", "16:00", "over"],
  ])("on %s at %s: %s", (day, time, state) => {
    expect(eventState(residential, londonTime(day, time))).toBe(state);
  });

  it("is cancelled whatever the day, and settled where nobody chooses", () => {
    const at = londonTime("2027-01-01", "12:00");
    expect(eventState({ ...residential, cancelledAt: at }, londonTime("2028-01-01", "12:00"))).toBe(
      "cancelled",
    );
    expect(eventState({ ...residential, choiceUntil: null }, at)).toBe("settled");
  });

  it.each<[EventMove, EventState[]]>([
    ["choose", ["open"]],
    ["give_up", ["open"]],
    ["tell_needs", ["open", "settled", "on_now"]],
    ["place", ["open", "settled"]],
    ["change", ["open", "settled", "on_now"]],
    ["instruct", ["open", "settled", "on_now"]],
    ["cancel", ["open", "settled"]],
  ])("%s only while it is %j", (move, states) => {
    const all: EventState[] = ["open", "settled", "on_now", "over", "cancelled"];
    expect(all.filter((state) => allows(move, state))).toEqual(states);
  });
});

it.each([
  [null, 7, null],
  [24, 18, "6 of 24 places left"],
  [24, 24, "All 24 places are taken"],
  [1, 0, "1 of 1 place left"],
  [1, 1, "The one place is taken"],
  [5, 6, "All 5 places are taken"],
])("room for %j with %j taken: %j", (capacity, taken, words) => {
  expect(placesWords(capacity, taken)).toBe(words);
});

it.each([
  ["Online", false],
  [" online ", false],
  ["Oxford", true],
])("people meet in one place: %j %j", (place, meet) => {
  expect(faceToFace(place)).toBe(meet);
});

const typed = {
  title: "",
  place: "Oxford",
  firstDay: "2027-07-14",
  startTime: "09:30",
  lastDay: "2027-07-15",
  endTime: "16:00",
  facilitatorId: "",
  capacity: " 6 ",
  choiceUntil: "2027-04-30",
};
const wrongIn = (parsed: { error?: { issues: { path: PropertyKey[] }[] } }) =>
  parsed.error?.issues.map(({ path }) => path[0]);

describe("the forms", () => {
  it("of a change reads back what it shows", () => {
    const form = changeForm.parse({ ...typed, version: "3" });
    expect(form).toMatchObject({ capacity: 6, version: 3 });
    const shown = detailsOf({ ...form, ...spanOf(form), facilitatorId: null } as unknown as StaffEventDetail);
    expect(shown).toEqual({ ...typed, capacity: "6" });
    const oneDay = spanOf({ ...form, lastDay: "" });
    expect(detailsOf({ ...form, ...oneDay } as unknown as StaffEventDetail).lastDay).toBe("");
  });

  it.each([
    ["capacity", "0"],
    ["capacity", "-1"],
    ["capacity", "5001"],
    ["capacity", "1e3"],
    ["choiceUntil", "tomorrow"],
    ["version", "0"],
    ["place", ""],
  ])("of a change refuses %s %j by name", (field, value) => {
    expect(wrongIn(changeForm.safeParse({ ...typed, version: "1", [field]: value }))).toContain(field);
  });

  it("of a new one asks until when one can choose, only where one chooses", () => {
    const event = {
      ...typed,
      formKey: "0199f3a2-0000-4000-8000-000000000001",
      milestoneId: "0199f3a2-0000-4000-8000-000000000002",
      choiceUntil: "",
    };
    expect(scheduleForm.safeParse({ ...event, peerGroupId: "" }).success).toBe(true);
    expect(wrongIn(scheduleForm.safeParse({ ...event, peerGroupId: BY_CHOICE }))).toEqual(["choiceUntil"]);
  });

  it.each(["http://meet.example.org", "javascript:alert(1)", "https://me:pw@meet.example.org", "meet"])(
    "of instructions refuses the link %j",
    (joiningUrl) => {
      expect(wrongIn(instructionsForm.safeParse({ version: "1", joiningUrl, instructions: "" }))).toEqual([
        "joiningUrl",
      ]);
    },
  );

  it("take nothing that does not belong", () => {
    const needs = { access: "", dietary: "" };
    expect(placeForm.parse({ ...needs, wait: "yes" }).wait).toBe(true);
    expect(placeForm.parse(needs).wait).toBe(false);
    expect(placeForm.safeParse({ ...needs, enrolmentId: "x" }).success).toBe(false);
    expect(placeForm.safeParse({ ...needs, access: "x".repeat(1_001) }).success).toBe(false);
    expect(removalForm.safeParse({ reason: " " }).success).toBe(false);
    for (const turn of ["0", "1.5", "", "99999"]) expect(turnForm.safeParse({ turn }).success).toBe(false);
  });
});
