import { escapeHtml } from "./escape";
import { type Listing, listingHtml, listingText } from "./listing";

/**
 * One look for every e-mail: plain, readable on any screen and in any colour scheme. No colours of its own for
 * text and ground, so that a dark mail program stays dark; no remote images or fonts, so that opening it tells
 * nobody anything.
 */

export const PROVIDER_NAME = "UCL Centre for Educational Leadership";
export const CONTACT_EMAIL = "npq@ucl.ac.uk";
/** The prospectus: questions are answered within 48 hours. */
export const CONTACT_PROMISE = "We answer within 48 hours.";

/** What a message says. Everything is plain text; the layout escapes it. */
export type EmailContent = {
  heading: string;
  paragraphs: string[];
  /** The one thing to do next; `href` is an absolute http or https address. */
  button?: { label: string; href: string };
  /** A code to type, shown large. */
  code?: string;
  /** A copy of what somebody filled in, at the end. */
  listing?: Listing;
  /** The last paragraph, after the button and the code. */
  closing?: string;
  /** Under everything: the way off a list. `href` is an absolute http or https address. */
  leave?: { label: string; href: string };
};

/**
 * The two parts of an e-mail.
 * @throws TypeError when an address to go to is not an absolute http or https one.
 */
export function emailLayout(content: EmailContent): { text: string; html: string } {
  for (const link of [content.button, content.leave]) {
    if (link && !/^https?:$/.test(new URL(link.href).protocol))
      throw new TypeError("An e-mail's button must lead to an http or https address.");
  }
  return { text: textPart(content), html: htmlPart(content) };
}

function textPart({ heading, paragraphs, button, code, closing, leave, listing }: EmailContent): string {
  const blocks = [
    heading,
    ...paragraphs,
    ...(button ? [`${button.label}:\n${button.href}`] : []),
    ...(code ? [`    ${code}`] : []),
    ...(closing ? [closing] : []),
    ...(leave ? [`${leave.label}:\n${leave.href}`] : []),
    ...(listing ? [listingText(listing)] : []),
    // Mail programs take what follows a line of "-- " for a signature.
    `-- \n${PROVIDER_NAME}\nQuestions: ${CONTACT_EMAIL}. ${CONTACT_PROMISE}`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const FONT = "font-family:'Segoe UI',Helvetica,Arial,sans-serif";

function htmlPart({ heading, paragraphs, button, code, closing, leave, listing }: EmailContent): string {
  const blocks = [
    `<h1 style="font-size:22px;line-height:1.3;margin:0 0 20px;font-weight:600">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map(paragraph),
    ...(button ? [buttonBlock(button)] : []),
    ...(code
      ? [
          `<p style="margin:0 0 16px;font-size:30px;letter-spacing:4px;font-family:Consolas,Menlo,monospace">${escapeHtml(code)}</p>`,
        ]
      : []),
    ...(closing ? [paragraph(closing)] : []),
    ...(leave
      ? [`<p style="margin:0 0 16px"><a href="${escapeHtml(leave.href)}">${escapeHtml(leave.label)}</a></p>`]
      : []),
    ...(listing ? [listingHtml(listing)] : []),
    `<p style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #8a8580;font-size:14px">${PROVIDER_NAME}<br>` +
      `Questions: <a href="mailto:${CONTACT_EMAIL}">${CONTACT_EMAIL}</a>. ${CONTACT_PROMISE}</p>`,
  ];
  return (
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><title>${escapeHtml(heading)}</title></head>` +
    `<body style="margin:0;padding:24px 16px;color-scheme:light dark;${FONT};font-size:16px;line-height:1.5">` +
    `<main style="max-width:560px;margin:0 auto">${blocks.join("\n")}</main></body></html>`
  );
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
}

function buttonBlock({ label, href }: { label: string; href: string }): string {
  const address = escapeHtml(href);
  return (
    `<p style="margin:24px 0"><a href="${address}" style="display:inline-block;padding:12px 24px;border-radius:6px;` +
    `background:#4a1f7c;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>` +
    // Some programs drop links behind buttons; the address itself can always be copied.
    `<p style="margin:0 0 16px;font-size:14px;overflow-wrap:anywhere">Or open this address: ${address}</p>`
  );
}

export { escapeHtml };
