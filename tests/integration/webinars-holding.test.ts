import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db, disconnect } from "@/lib/db";
import { FieldProblem, NotFound, StaleVersion, WrongState } from "@/lib/errors";
import { addRecording } from "@/lib/webinars/add-recording";
import { cancelWebinar } from "@/lib/webinars/cancel";
import { giveUpPlace } from "@/lib/webinars/give-up";
import { publishWebinar } from "@/lib/webinars/publish";
import { nextWebinar, placeOf, publicWebinar, publicWebinars } from "@/lib/webinars/queries";
import { webinarRegistrationsList } from "@/lib/webinars/registrations";
import { createWebinar } from "@/lib/webinars/save";
import { webinarForStaff, webinarsForStaff } from "@/lib/webinars/staff-queries";
import { type Admissions, admissions } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { csvOf } from "../support/lists";
import { minutesLater, NINE, succeeded } from "../support/signing-in";
import {
  audit,
  calendarTo,
  change,
  DETAILS,
  draft,
  ENDED,
  letters,
  read,
  register,
  registered,
  templates,
  webinar,
} from "../support/webinars";

let world: Admissions;

beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const RECORDING = "https://video.example.org/fees";

describe("a webinar that is made", () => {
  it("is nobody's business until it is published", async () => {
    const id = await draft(world.owen);
    expect(await publicWebinar(id, NINE)).toBeNull();
    expect(await read(id)).toMatchObject({ createdById: world.owen.userId, programmeId: world.programmeId });
    await publishWebinar(world.ruth, { webinarId: id, version: 1 }, NINE);
    expect(await publicWebinar(id, NINE)).toMatchObject({
      state: "open",
      when: "Thursday 3 December 2026, 16:00 to 16:45",
      programme: "NPQEL",
      places: null,
    });
    expect(await audit(id)).toEqual(["staff: webinar.created", "staff: webinar.published"]);
    await expect(publishWebinar(world.ruth, { webinarId: id, version: 2 }, NINE)).rejects.toThrow(WrongState);
  });

  it("is one, however often the form is sent", async () => {
    const form = { formKey: randomUUID(), ...DETAILS };
    const made = await Promise.all(Array.from({ length: 4 }, () => createWebinar(world.ruth, form, NINE)));
    expect(new Set(made)).toEqual(new Set([form.formKey]));
    expect(await audit(form.formKey)).toHaveLength(1);
  });

  it("cannot lie in the past, end before it begins, or be about what is not on offer", async () => {
    for (const [part, field] of [
      [{ day: "2026-11-23", startTime: "08:00", endTime: "08:30" }, "day"],
      [{ endTime: "16:00" }, "endTime"],
      [{ programme: "npqh" }, "programme"],
    ] as const) {
      const error = await draft(world.ruth, part).catch((fault) => fault);
      expect(error).toBeInstanceOf(FieldProblem);
      expect(error.field).toBe(field);
    }
    const id = await draft(world.ruth);
    await expect(publishWebinar(world.ruth, { webinarId: id, version: 1 }, ENDED)).rejects.toThrow(
      "has passed",
    );
  });

  it("is for cohort managers and administrators only, and found under its own id only", async () => {
    const id = await webinar(world.ruth);
    for (const actor of [world.priya, { ...world.ruth, roles: [] }]) {
      await expect(draft(actor)).rejects.toThrow(NotFound);
      await expect(change(actor, id, 2)).rejects.toThrow(NotFound);
      await expect(publishWebinar(actor, { webinarId: id, version: 2 }, NINE)).rejects.toThrow(NotFound);
      const cancelling = cancelWebinar(actor, { webinarId: id, version: 2, message: "" }, NINE);
      await expect(cancelling).rejects.toThrow(NotFound);
      const adding = addRecording(actor, { webinarId: id, version: 2, recordingUrl: RECORDING }, ENDED);
      await expect(adding).rejects.toThrow(NotFound);
      expect(await webinarsForStaff(actor, { page: 1 }, NINE)).toBeNull();
      expect(await webinarForStaff(actor, id, { page: 1 }, NINE)).toBeNull();
      expect(await webinarRegistrationsList(actor, { webinar: id }, NINE)).toBeNull();
    }
    for (const none of ["", "1", randomUUID()])
      await expect(change(world.ruth, none, 1)).rejects.toThrow(NotFound);
    expect((await read(id)).version).toBe(2);
  });
});

describe("a change", () => {
  it("of the time or the link is told to everybody who has a place, with a newer entry", async () => {
    const id = await webinar(world.ruth);
    const { email, token } = await registered(id);
    const left = await registered(id);
    await giveUpPlace(left.token, NINE);
    const before = await calendarTo(email);
    await change(world.owen, id, 2, { day: "2026-12-10" }, minutesLater(5));
    const letter = (await letters(email)).at(-1);
    expect(letter).toMatchObject({ subject: "Changed: Fees, funding and time", secret: true });
    expect(letter?.text).toContain("It is now on Thursday 10 December 2026, 16:00 to 16:45");
    expect(letter?.text).toContain("Before it was on Thursday 3 December 2026");
    const after = await calendarTo(email);
    expect(after).toMatchObject({
      UID: before.UID,
      METHOD: "REQUEST",
      DTSTART: "20261210T160000Z",
      SEQUENCE: "3",
    });
    const newLink = { day: "2026-12-10", joiningUrl: "https://meet.example.org/new" };
    await change(world.ruth, id, 3, newLink, minutesLater(6));
    expect((await letters(email)).at(-1)?.text).toContain("The joining link is another one");
    expect(await placeOf(token, NINE)).toMatchObject({ joiningUrl: "https://meet.example.org/new" });
    expect(await templates(left.email)).toEqual(["webinar-confirmation", "webinar-given-up"]);
  });

  it("of the words tells nobody, nor does any change of a draft", async () => {
    const id = await webinar(world.ruth);
    const { email } = await registered(id);
    await change(world.ruth, id, 2, { title: "Fees and funding" });
    expect(await templates(email)).toEqual(["webinar-confirmation"]);
    expect(await publicWebinar(id, NINE)).toMatchObject({ title: "Fees and funding" });
    await change(world.ruth, await draft(world.ruth), 1, { day: "2027-01-14" });
  });

  it("from a stale page is refused, and of two at once one wins", async () => {
    const id = await webinar(world.ruth);
    await expect(change(world.ruth, id, 1)).rejects.toThrow(StaleVersion);
    const both = [change(world.ruth, id, 2, { title: "One" }), change(world.owen, id, 2, { title: "Two" })];
    expect(await succeeded(both)).toBe(1);
    expect((await read(id)).version).toBe(3);
  });

  it("leaves nobody without the place they took, and comes too late after the end", async () => {
    const id = await webinar(world.ruth, { capacity: 3 });
    await Promise.all([register(id), register(id)]);
    await expect(change(world.ruth, id, 2, { capacity: 1 })).rejects.toThrow("2 places are taken");
    await change(world.ruth, id, 2, { capacity: 2 });
    expect(await publicWebinar(id, NINE)).toMatchObject({ state: "full", places: "Every place is taken" });
    await expect(change(world.ruth, id, 3, {}, ENDED)).rejects.toThrow(WrongState);
  });
});

describe("cancelling", () => {
  it("tells everybody who has a place, once, in the team's own words", async () => {
    const id = await webinar(world.ruth);
    const { email, token } = await registered(id);
    const cancel = (version: number) =>
      cancelWebinar(world.owen, { webinarId: id, version, message: "Ruth is ill. We are sorry." }, NINE);
    await expect(cancel(1)).rejects.toThrow(StaleVersion);
    const both = await Promise.allSettled([cancel(2), cancel(2)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await templates(email)).toEqual(["webinar-confirmation", "webinar-cancelled"]);
    expect((await letters(email)).at(-1)?.text).toContain("Ruth is ill. We are sorry.");
    expect(await calendarTo(email)).toMatchObject({ METHOD: "CANCEL", STATUS: "CANCELLED", SEQUENCE: "3" });
    expect(await placeOf(token, NINE)).toMatchObject({ state: "cancelled", joiningUrl: null });
    expect(await audit(id)).toContain("staff: webinar.cancelled");
    await expect(register(id)).rejects.toThrow("over or cancelled");
    await expect(giveUpPlace(token, NINE)).rejects.toThrow("over or cancelled");
    await expect(change(world.ruth, id, 3)).rejects.toThrow(WrongState);
    await expect(cancel(3)).rejects.toThrow(WrongState);
  });
});

describe("the recording", () => {
  it("is public once it is there, and told to those who had a place once", async () => {
    const id = await webinar(world.ruth);
    const { email } = await registered(id);
    const add = (version: number, recordingUrl: string, at = ENDED) =>
      addRecording(world.ruth, { webinarId: id, version, recordingUrl }, at);
    await expect(add(2, RECORDING, minutesLater(1))).rejects.toThrow("once the webinar is over");
    expect(await publicWebinar(id, ENDED)).toMatchObject({ state: "over", recordingUrl: null });
    await add(2, RECORDING);
    expect(await publicWebinar(id, ENDED)).toMatchObject({ recordingUrl: RECORDING });
    await expect(add(2, "")).rejects.toThrow(StaleVersion);
    await add(3, "");
    expect(await publicWebinar(id, ENDED)).toMatchObject({ recordingUrl: null });
    await add(4, `${RECORDING}-2`);
    expect(await templates(email)).toEqual(["webinar-confirmation", "webinar-recording"]);
    expect((await audit(id)).slice(-2)).toEqual([
      "staff: webinar.recording_removed",
      "staff: webinar.recording_added",
    ]);
  });
});

describe("the lists", () => {
  it("have what comes next first, and what was held below, without drafts", async () => {
    await db.webinarRegistration.deleteMany();
    await db.webinar.deleteMany();
    const late = await webinar(world.ruth, { day: "2027-01-14", title: "Late", programme: "" });
    const soon = await webinar(world.ruth, { title: "Soon", capacity: 40 });
    const off = await webinar(world.ruth, { day: "2026-12-01", title: "Off" });
    await cancelWebinar(world.ruth, { webinarId: off, version: 2, message: "" }, NINE);
    await draft(world.ruth, { title: "Hidden" });
    await register(soon);
    const { coming, past } = await publicWebinars(NINE);
    expect(coming.map(({ title, state, places }) => [title, state, places])).toEqual([
      ["Off", "cancelled", null],
      ["Soon", "open", "39 of 40 places left"],
      ["Late", "open", null],
    ]);
    expect(past).toEqual([]);
    expect(await nextWebinar(world.programmeId, NINE)).toMatchObject({ id: soon });
    expect(await nextWebinar(randomUUID(), NINE)).toMatchObject({ id: late });
    const after = await publicWebinars(ENDED);
    expect(after.coming.map(({ title }) => title)).toEqual(["Late"]);
    expect(after.past.map(({ title }) => title)).toEqual(["Soon"]);
    const staff = await webinarsForStaff(world.owen, { page: 9 }, ENDED);
    const shown = staff?.past.map(({ title, state }) => `${title}: ${state}`).sort();
    expect(shown).toEqual(["Hidden: draft", "Off: cancelled", "Soon: over"]);
    expect(staff?.page).toBe(1);
  });

  it("have those who registered, in a file that no spreadsheet runs", async () => {
    const id = await webinar(world.ruth);
    await register(id, { name: "=HYPERLINK(1)", email: "formula@example.org" });
    const gone = await registered(id, minutesLater(1));
    await giveUpPlace(gone.token, minutesLater(2));
    const shown = await webinarForStaff(world.ruth, id, { page: 1 }, NINE);
    expect(shown).toMatchObject({ registered: 1, givenUp: 1, version: 2 });
    expect(shown?.rows.map(({ email, givenUpAt }) => [email, givenUpAt])).toEqual([
      ["formula@example.org", null],
      [gone.email, "23 November 2026, 09:02"],
    ]);
    const file = await csvOf(webinarRegistrationsList, world.ruth, { webinar: id }, NINE);
    expect(file).toContain(`'=HYPERLINK(1),formula@example.org,"23 November 2026, 09:00",`);
    expect(file.trim().split("\r\n")).toHaveLength(3);
  });
});
