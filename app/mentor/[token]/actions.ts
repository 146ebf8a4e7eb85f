"use server";

import { actAsAnyone } from "@/lib/auth/act";
import { requestIp } from "@/lib/auth/cookies";
import { buttonForm, type FormState } from "@/lib/form";
import { answerCheckIn } from "@/lib/mentoring/answer-check-in";
import { resendAsMentor } from "@/lib/mentoring/resend";
import { answerForm, reportForm, sendForm } from "@/lib/mentoring/schema";
import { saveReport, submitReport } from "@/lib/mentoring/write-report";

/** What a mentor does by their personal link. What it is about comes bound to the form; the verbs look it up. */
type Task = { token: string; naming: string; milestoneId: string };

const home = ({ token }: Task) => `/mentor/${encodeURIComponent(token)}`;
const page = (task: Task) =>
  `${home(task)}/${encodeURIComponent(task.naming)}/${encodeURIComponent(task.milestoneId)}`;

export async function answer(task: Task, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: answerForm,
    verb: async (input, at) => {
      await answerCheckIn({ ...input, ...task, clientIp: await requestIp() }, at);
      return `${home(task)}?done=answered`;
    },
  });
}

export async function save(task: Task, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: reportForm,
    verb: async (input, at) => {
      const { whole } = await saveReport({ ...input, ...task, clientIp: await requestIp() }, at);
      return `${page(task)}?done=${whole ? "whole" : "saved"}`;
    },
  });
}

export async function submit(task: Task, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: sendForm,
    verb: async (input, at) => {
      await submitReport({ ...input, ...task, clientIp: await requestIp() }, at);
      return `${home(task)}?done=sent`;
    },
  });
}

export async function askAgain(token: string, state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: buttonForm,
    verb: async (_, at) => {
      await resendAsMentor({ token, clientIp: await requestIp() }, at);
      return `/mentor/${encodeURIComponent(token)}?done=again`;
    },
  });
}
