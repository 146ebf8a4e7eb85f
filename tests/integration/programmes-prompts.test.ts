import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveDraft } from "@/lib/applications/save-draft";
import { db, disconnect } from "@/lib/db";
import { NotAllowed, NotFound, WrongState } from "@/lib/errors";
import { saveStatementPrompts } from "@/lib/programmes/save-prompts";
import { prompts } from "@/prisma/seed/npqel/prompts";
import { type Admissions, admissions, candidateIn, MONDAY } from "../support/admissions";
import { freshDatabase } from "../support/database";
import { forged, succeeded } from "../support/signing-in";

let world: Admissions;
beforeAll(async () => {
  await freshDatabase();
  world = await admissions();
});
afterAll(disconnect);

const kept = () =>
  db.statementPrompt.findMany({ where: { programmeId: world.programmeId }, orderBy: { position: "asc" } });
const save = (list: typeof prompts, actor = world.admin) =>
  saveStatementPrompts(actor, world.programmeId, list, MONDAY);

describe("what applicants are asked to write", () => {
  it("is saved in its order, in the place of what was asked before, with an audit row", async () => {
    const turned = prompts.toReversed().map((prompt) => ({ ...prompt, maxWords: 300 }));
    await save(turned);
    expect((await kept()).map(({ key, position, maxWords }) => [key, position, maxWords])).toEqual(
      turned.map(({ key }, index) => [key, index + 1, 300]),
    );
    const audit = await db.auditEntry.findFirstOrThrow({
      where: { subjectId: world.programmeId, action: "programme.prompts_saved" },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({ actorId: world.admin.userId, at: MONDAY });
    await save(prompts);
  });

  it("is for administrators alone, of a programme that exists", async () => {
    for (const actor of [world.ruth, world.owen, world.priya]) {
      await expect(save(prompts, actor)).rejects.toThrow(NotAllowed);
    }
    for (const id of ["00000000-0000-4000-8000-000000000000", "x", forged<string>({ not: "" })]) {
      await expect(saveStatementPrompts(world.admin, id, prompts, MONDAY)).rejects.toThrow(NotFound);
    }
  });

  it("keeps a prompt that somebody has written under", async () => {
    const { actor, reference } = await candidateIn("draft", world);
    const statements = [{ key: "why-now", body: "Two schools." }];
    await saveDraft(actor, { reference, version: 1, statements }, MONDAY);
    await expect(save(prompts.slice(1))).rejects.toThrow(WrongState);
    expect(await kept()).toHaveLength(3);
    await save(prompts.filter(({ key }) => key !== "a-change-you-led"));
    expect((await kept()).map(({ key }) => key)).toEqual(["why-now", "from-plan-to-practice"]);
    await save(prompts);
  });

  it.each([
    ["two of one key", [prompts[0], prompts[0]]],
    ["no words", [{ ...prompts[0], minWords: 400, maxWords: 400 }]],
    ["a key with a space", [{ ...prompts[0], key: "why now" }]],
    ["something more", [{ ...prompts[0], programmeId: "x" }]],
  ])("is refused with %s", async (_, list) => {
    await expect(save(list as typeof prompts)).rejects.toThrow();
    expect(await kept()).toHaveLength(3);
  });

  it("is one list, saved twice at the same moment", async () => {
    expect(await succeeded([save(prompts), save(prompts.toReversed())])).toBe(2);
    expect((await kept()).map(({ position }) => position)).toEqual([1, 2, 3]);
  });
});
