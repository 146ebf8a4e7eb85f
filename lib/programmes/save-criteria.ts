import "server-only";
import { recordAudit } from "../audit/record";
import { type Actor, isAdministrator } from "../auth/actor";
import { inTransaction } from "../db";
import { NotAllowed, NotFound, WrongState } from "../errors";
import { isId } from "../ids";
import { type CriterionData, criterionList } from "./schema-criteria";

/**
 * Saves what a programme's applications are scored against, in the order given, in the place of what was there.
 * For administrators.
 * @throws WrongState when a criterion is left out, or gets another most, after somebody has scored by it: reviews
 * would no longer compare.
 */
export async function saveReviewCriteria(
  actor: Actor,
  programmeId: string,
  input: CriterionData[],
  at: Date,
): Promise<void> {
  if (!isAdministrator(actor))
    throw new NotAllowed("Only an administrator can change what applications are scored against.");
  if (!isId(programmeId)) throw new NotFound();
  const criteria = criterionList.parse(input);
  await inTransaction(async (tx) => {
    const [programme] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Programme" WHERE id = ${programmeId}::uuid FOR UPDATE`;
    if (!programme) throw new NotFound();
    const before = await tx.reviewCriterion.findMany({ where: { programmeId } });
    const moved = before.filter(
      ({ key, maxScore }) => criteria.find((each) => each.key === key)?.maxScore !== maxScore,
    );
    const scored = await tx.reviewScore.findFirst({
      where: {
        criterionKey: { in: moved.map(({ key }) => key) },
        review: { application: { cohort: { programmeId } } },
      },
      select: { criterionKey: true },
    });
    if (scored) {
      throw new WrongState(
        `Reviewers have scored "${scored.criterionKey}". Change its words, or leave it as it is.`,
      );
    }
    await tx.reviewCriterion.deleteMany({ where: { programmeId } });
    await tx.reviewCriterion.createMany({
      data: criteria.map((criterion, index) => ({ ...criterion, programmeId, position: index + 1 })),
    });
    const after = { criteria: criteria.map(({ key, maxScore }) => `${key} 0-${maxScore}`) };
    const fact = {
      action: "programme.criteria_saved",
      subjectType: "programme",
      subjectId: programmeId,
      after,
    };
    await recordAudit(tx, actor, fact, at);
  });
}
