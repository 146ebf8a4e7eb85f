import type { PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import type { AuditKind } from "./schema";

/** What pages are made from: types only, exported by schema.ts. */

/** One area's answer, with the area's words as they were. */
export type AreaMark = { areaKey: string; title: string; mark: number | null; note: string };

/** An audit as its participant fills it in or reads it again. */
export type AuditPage = {
  milestone: {
    id: string;
    kind: AuditKind;
    module: number | null;
    title: string;
    opensOn: PlainDate | null;
    closesOn: PlainDate | null;
  };
  cohortId: string;
  enrolmentState: EnrolmentState;
  /** The programme's areas as they are now. */
  areas: { key: string; title: string; summary: string }[];
  /** Null while nothing is saved. */
  audit: { version: number; savedAt: Date; submittedAt: Date | null; marks: AreaMark[] } | null;
};

/** An audit that was sent. */
export type SentAudit = {
  milestoneId: string;
  kind: AuditKind;
  module: number | null;
  submittedAt: Date;
  marks: AreaMark[];
};

/** One area, before and after; null where it was not asked or nothing was sent yet. */
export type ComparedArea = {
  key: string;
  title: string;
  before: { mark: number; note: string } | null;
  after: { mark: number; note: string } | null;
};

/** What a cohort came to in one area of one module: averages of 1 to 5, over so many people; null below five. */
export type CohortArea = {
  key: string;
  title: string;
  before: { average: number; people: number } | null;
  after: { average: number; people: number } | null;
};
