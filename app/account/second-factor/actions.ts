"use server";

import { act, actAsAnyone } from "@/lib/auth/act";
import { sessionToken } from "@/lib/auth/cookies";
import { endSecondFactor } from "@/lib/auth/second-factor/end";
import { newRecoveryCodes } from "@/lib/auth/second-factor/recovery";
import { factorCodeForm } from "@/lib/auth/second-factor/schema";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/auth/second-factor/set-up";
import { settingUp } from "@/lib/auth/second-factor/setting-up";
import { machineTime } from "@/lib/clock";
import { buttonForm, type FormState } from "@/lib/form";

/** Where staff need a second factor, the first two are for sessions that wait for nothing else. */

const PAGE = "/account/second-factor";

export async function beginSetUp(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: buttonForm,
    verb: async (_, at) => {
      await beginSecondFactor(await settingUp(), at);
      return PAGE;
    },
  });
}

export async function confirmSetUp(state: FormState, data: FormData): Promise<FormState> {
  return actAsAnyone(state, data, {
    schema: factorCodeForm,
    verb: async ({ code }, at) => {
      const given = { code, codeAt: machineTime(), sessionToken: await sessionToken() };
      await confirmSecondFactor(await settingUp(), given, at);
      return `${PAGE}?done=on`;
    },
  });
}

/** Makes recovery codes and answers with them: they are shown this once. */
export async function makeRecoveryCodes(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: buttonForm,
    verb: async (actor, _, at) => {
      const codes = await newRecoveryCodes(actor, await sessionToken(), at);
      return { errors: {}, values: { codes }, turn: state.turn + 1 };
    },
  });
}

export async function endOwn(state: FormState, data: FormData): Promise<FormState> {
  return act(state, data, {
    schema: factorCodeForm,
    verb: async (actor, { code }, at) => {
      await endSecondFactor(actor, { code, codeAt: machineTime() }, at);
      return `${PAGE}?done=ended`;
    },
  });
}
