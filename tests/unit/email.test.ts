import { describe, expect, test } from "vitest";
import { isTooLate, MOST_TRIES, nextTry } from "@/lib/email/backoff";
import { sendFailure } from "@/lib/email/failure";
import { emailLayout } from "@/lib/email/layout";

const NOON = new Date("2026-11-23T12:00:00Z");
const minutesFromNoon = (at: Date | null) => at && (at.getTime() - NOON.getTime()) / 60_000;

describe("the layout", () => {
  const full = {
    heading: "An offer for <Amina> & co",
    paragraphs: ['She said "yes"', "Two\nlines"],
    button: { label: "Answer the offer", href: "https://npq.example.org/applications?a=1&b='2" },
    code: "4F7-KQ2",
    closing: "Until 7 December.",
  };

  test("escapes everything, in text and in attributes", () => {
    const { html } = emailLayout(full);
    expect(html).toContain("An offer for &lt;Amina&gt; &amp; co");
    expect(html).toContain("Two<br>lines");
    expect(html).toContain('href="https://npq.example.org/applications?a=1&amp;b=&#39;2"');
    expect(html).not.toContain("<Amina>");
  });

  test("says the same in both parts, in order, with whom to ask", () => {
    const { text } = emailLayout(full);
    const order = [
      full.heading,
      "Two\nlines",
      "Answer the offer:\nhttps://npq.example.org",
      "4F7-KQ2",
      "Until 7",
      "npq@ucl.ac.uk",
      "48 hours",
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("fetches nothing and sets no ground colour that a dark mail program would fight", () => {
    const { html } = emailLayout(full);
    expect(html).not.toMatch(/<img|<link|<script|@import|url\(|src=/i);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "/applications"])(
    "refuses a button to %s",
    (href) => {
      expect(() => emailLayout({ heading: "H", paragraphs: [], button: { label: "Go", href } })).toThrow(
        TypeError,
      );
    },
  );
});

describe("trying again", () => {
  test("1, 5 and 15 minutes, 1, 3, 12 and 12 hours, then never", () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) =>
      minutesFromNoon(nextTry(index + 1, NOON, 0.5)),
    );
    expect(waits).toEqual([1, 5, 15, 60, 180, 720, 720, null]);
  });

  test("spread by a fifth either way", () => {
    expect(minutesFromNoon(nextTry(2, NOON, 0))).toBe(4);
    expect(minutesFromNoon(nextTry(2, NOON, 1))).toBe(6);
  });

  test("a sign-in link is too late after ten minutes, anything else never", () => {
    const at = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
    expect(isTooLate({ secret: true, createdAt: NOON }, at(9.99))).toBe(false);
    expect(isTooLate({ secret: true, createdAt: NOON }, at(10))).toBe(true);
    expect(isTooLate({ secret: false, createdAt: NOON }, at(100_000))).toBe(false);
    const weeks = { secret: true, createdAt: NOON, usefulUntil: at(40_320) };
    expect(isTooLate(weeks, at(40_319))).toBe(false);
    expect(isTooLate(weeks, at(40_320))).toBe(true);
  });
});

describe("why it failed", () => {
  test.each([
    [{ code: "ETIMEDOUT", command: "CONN" }, false, true, "The mail server did not answer in time."],
    [
      { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 },
      false,
      true,
      "The mail server refused the portal's sign-in (535).",
    ],
    [
      { code: "EENVELOPE", command: "RCPT TO", responseCode: 421 },
      false,
      true,
      "The mail server is closing down (421).",
    ],
    [
      { code: "EENVELOPE", command: "API" },
      true,
      false,
      "The recipient's address cannot be used in an e-mail.",
    ],
    [new TypeError("boom"), false, false, "The message could not be sent."],
    [undefined, false, false, "The message could not be sent."],
  ])("%o", (error, permanent, serverAway, reason) => {
    expect(sendFailure(error)).toEqual({ permanent, serverAway, reason });
  });

  test("never repeats what the server said, which names people", () => {
    const error = {
      code: "EENVELOPE",
      command: "RCPT TO",
      responseCode: 550,
      response: "550 5.1.1 <bo@example.org> no such user",
    };
    expect(sendFailure(error).reason).toBe("The mail server refused the recipient (550 5.1.1).");
  });
});
