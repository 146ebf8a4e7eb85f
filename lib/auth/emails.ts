import "server-only";
import { emailLayout } from "../email/layout";
import type { Message } from "../email/queue";
import { env } from "../env";

/** The e-mails of signing in. The origin in a link is the configured one, never what a request called itself. */

const TEN_MINUTES =
  "The button and the code work once, for ten minutes, and only in the browser in which you asked.";
const NOT_YOU =
  "If you did not ask for this, you need not do anything: nobody can use it without this e-mail. Never give the code to anyone; we will not ask you for it.";

function link(token: string): string {
  return `${env().NEXTAUTH_URL}/sign-in/link?token=${token}`;
}

export function signInEmail({ token, code }: { token: string; code: string }): Message {
  const layout = emailLayout({
    heading: "Sign in",
    paragraphs: [
      "Use the button below in the browser in which you asked to sign in. If you are reading this on another device, type the code there instead.",
      TEN_MINUTES,
    ],
    button: { label: "Sign in", href: link(token) },
    code,
    closing: NOT_YOU,
  });
  return { template: "sign-in", subject: "Your link to sign in", ...layout };
}

export function newAddressEmail({ token, code }: { token: string; code: string }): Message {
  const layout = emailLayout({
    heading: "Confirm your new e-mail address",
    paragraphs: [
      "Somebody who is signed in to the portal asked to use this address from now on. If that was you, use the button below in the same browser, or type the code there.",
      TEN_MINUTES,
    ],
    button: { label: "Confirm this address", href: link(token) },
    code,
    closing: NOT_YOU,
  });
  return { template: "new-address", subject: "Confirm your new e-mail address", ...layout };
}

/** To the old address when the change is asked for, while it can still be stopped. */
export function addressChangeAskedEmail(): Message {
  const layout = emailLayout({
    heading: "A new e-mail address was asked for",
    paragraphs: [
      "Somebody who is signed in as you asked to change the e-mail address of your account. Nothing changes until the new address is confirmed.",
      "If that was you, there is nothing to do. If it was not, choose “Sign out everywhere” on your account page now: that also stops the change.",
    ],
    button: { label: "Your account", href: `${env().NEXTAUTH_URL}/account` },
  });
  return { template: "address-change-asked", subject: "A new e-mail address was asked for", ...layout };
}

/** To the old address once the change is made. */
export function addressChangedEmail(): Message {
  const layout = emailLayout({
    heading: "Your e-mail address was changed",
    paragraphs: [
      "The e-mail address of your account was changed, and every device was signed out. From now on, sign in with the new address.",
      "If you did not do this, write to us straight away at the address on our contact page.",
    ],
  });
  return { template: "address-changed", subject: "Your e-mail address was changed", ...layout };
}

const FACTOR_CHANGES = {
  "set up": {
    heading: "A second factor was set up",
    what: "From now on, signing in to your account asks for a code from the app on your phone.",
  },
  ended: {
    heading: "Your second factor was taken away",
    what: "Signing in to your account no longer asks for a code from the app that you used.",
  },
  reset: {
    heading: "An administrator reset your second factor",
    what: "You are signed out everywhere. Sign in by e-mail, and set up an app on your phone again.",
  },
  codes: {
    heading: "Recovery codes were made",
    what: "New recovery codes were made for your account. The ones you had before do not work any more.",
  },
  recovery: {
    heading: "A recovery code was used",
    what: "Somebody signed in to your account with one of your recovery codes. It does not work again.",
  },
};

/** To somebody of staff, whenever what protects their account changes. */
export function factorChangedEmail(change: keyof typeof FACTOR_CHANGES): Message {
  const { heading, what } = FACTOR_CHANGES[change];
  const layout = emailLayout({
    heading,
    paragraphs: [
      what,
      "If you know about this, there is nothing to do. If not, tell an administrator straight away.",
    ],
    button: { label: "Your account", href: `${env().NEXTAUTH_URL}/account` },
  });
  return { template: "second-factor", subject: heading, ...layout };
}

/** To somebody whose access was ended and is given back. */
export function accessRestoredEmail(): Message {
  const layout = emailLayout({
    heading: "You can sign in again",
    paragraphs: [
      "Your access to the NPQ portal is open again. Sign in with this e-mail address: you ask for a link there, and there is no password.",
      "What was recorded for you before is still there. If you worked here as staff, your roles are given to you anew.",
      "If a calendar of yours showed your dates, it does not any more: make a new private address for it on your calendar page.",
    ],
    button: { label: "Sign in", href: `${env().NEXTAUTH_URL}/sign-in` },
    closing: "If you do not know what this is about, you need not do anything.",
  });
  return { template: "access-restored", subject: "You can sign in again", ...layout };
}

/** To somebody who is to work here: the role waits for them to sign in with this address. */
export function invitationEmail(invitation: { role: string; by: string; until: string }): Message {
  const layout = emailLayout({
    heading: "You are invited to the NPQ portal",
    paragraphs: [
      `${invitation.by} has invited you to work in the portal as ${invitation.role}.`,
      `Sign in with this e-mail address by ${invitation.until}, and you have it. There is no password to choose.`,
    ],
    button: { label: "Sign in", href: `${env().NEXTAUTH_URL}/sign-in?returnTo=%2Fstaff` },
    closing: "If you do not know what this is about, you need not do anything.",
  });
  return { template: "invitation", subject: "You are invited to the NPQ portal", ...layout };
}
