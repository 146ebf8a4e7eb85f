import type { Metadata } from "next";
import { Shell } from "@/components/layout/shell";
import { TextPage } from "@/components/layout/text-page";
import { stillOnce } from "@/components/ui/still";

export const metadata: Metadata = { title: "Page not found" };

/** Ways on from here. Signing in leads those who are signed in to their own first page. */
const WAYS_ON = [
  { href: "/", label: "Home", what: "the programmes, and how it goes" },
  { href: "/programmes", label: "Programmes", what: "what each asks, and when it starts" },
  { href: "/sign-in", label: "Sign in", what: "your applications, your programme, or your staff pages" },
];

/**
 * Next sends this along with every page, in case it is needed: as one piece of text, which costs little. The server
 * keeps one rendering of it for everybody (lib/server/not-found-page.ts), so nothing here may be anybody's own.
 */
export default function NotFoundPage() {
  const inside = stillOnce("not found", () => (
    <Shell area="public" current="">
      <TextPage title="Page not found">
        <p>
          If you typed the address, check it. If you followed a link, the page may have moved, or it may
          belong to somebody else’s account: sign in with the address that your e-mail went to.
        </p>
        <ul>
          {WAYS_ON.map(({ href, label, what }) => (
            <li key={href}>
              <a href={href}>{label}</a>: {what}
            </li>
          ))}
        </ul>
        <p>
          If you cannot find what you need, write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a> and say
          which page you were looking for.
        </p>
      </TextPage>
    </Shell>
  ));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: stillHtml escapes all text and attributes it writes
  return <div className="contents" dangerouslySetInnerHTML={inside} />;
}
