import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { viewer } from "@/lib/auth/session";
import type { WebinarCard } from "@/lib/webinars/views";
import { register } from "../actions";

/** What can be done about a webinar as it stands: register, watch it, or see the others. */
export async function Registration({ webinar }: { webinar: WebinarCard }) {
  const { id, title, state, recordingUrl } = webinar;
  const ahead = state === "open" || state === "full" || state === "on_now";
  if (!ahead) {
    return (
      <>
        <title>{`${title} - UCL Centre for Educational Leadership`}</title>
        <h2 id="register">{state === "cancelled" ? "It does not take place" : "It is over"}</h2>
        {recordingUrl ? (
          <ButtonLink href={recordingUrl}>Watch the recording</ButtonLink>
        ) : (
          <p>
            {state === "over"
              ? "The recording follows here. "
              : "Everybody who had registered has been told. "}
            <a href="/webinars">See the other webinars</a>
          </p>
        )}
      </>
    );
  }
  const actor = await viewer();
  return (
    <>
      <h2 id="register">Register</h2>
      <p className="mb-5">{BEFORE[state]}</p>
      <ActionForm
        action={register.bind(null, id)}
        title={title}
        submitLabel="Register"
        hidden={{ formKey: randomUUID() }}
      >
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          maxLength={120}
          defaultValue={actor?.name}
        />
        <TextField
          name="email"
          label="E-mail address"
          hint="For the joining link, a reminder and the recording; for nothing else."
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          maxLength={254}
          defaultValue={actor?.email}
        />
      </ActionForm>
    </>
  );
}

const BEFORE = {
  open: "You have an e-mail with a link of your own and an entry for your calendar. No account is needed.",
  full: "Every place is taken at the moment; when somebody gives theirs up, it can be had here. If you registered before, this sends you your link again.",
  on_now: "It has begun, and you can still come: the link is in the e-mail that we send you.",
};
