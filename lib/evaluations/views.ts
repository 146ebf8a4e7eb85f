import type { PlainDate } from "../dates";
import type { EnrolmentState } from "../enrolments/schema";
import type { EvaluationQuestion } from "./schema";

/** What pages are made from: types only, exported by schema.ts. */

/** An evaluation as its participant finds it. */
export type EvaluationPage = {
  milestone: {
    id: string;
    module: number | null;
    title: string;
    opensOn: PlainDate | null;
    closesOn: PlainDate | null;
  };
  cohortId: string;
  enrolmentState: EnrolmentState;
  /** True once it is sent; what was sent can then not be shown, because nothing leads from it to the person. */
  sent: boolean;
  /** The newest version of the questions; null where the programme asks none for that module. */
  form: { id: string; questions: EvaluationQuestion[] } | null;
};

/** What the answers to one question come to; null where too few answered it. */
export type QuestionReport = { question: EvaluationQuestion } & (
  | { people: null }
  | {
      people: number;
      /** Of a scale: 1 to 5. */
      average: number | null;
      /** Of a scale or choice: each possible answer with how many gave it. */
      counts: { answer: string; people: number }[];
      /** Of words: all of them, in an order that says nothing. */
      texts: string[];
    }
);

export type ModuleReport = {
  milestoneId: string;
  module: number | null;
  title: string;
  closesOn: PlainDate | null;
  /** How many are in the report, in steps; 0 below five. */
  people: number;
  /** What is asked now. */
  asked: EvaluationQuestion[];
  /** By version of the questions, the newest first. */
  versions: { version: number; questions: QuestionReport[] }[];
};
