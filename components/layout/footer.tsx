import { stillOnce } from "@/components/ui/still";

const LINKS = [
  { href: "/contact", label: "Ask us a question" },
  { href: "/privacy", label: "Privacy" },
  { href: "/accessibility", label: "Accessibility" },
  { href: "/cookies", label: "Cookies" },
];

/** Who runs the portal, how to reach them, and the pages the law asks for. */
export function Footer({ wrap }: { wrap: string }) {
  const inside = stillOnce(`footer ${wrap}`, () => (
    <div className={wrap}>
      <p>
        UCL Centre for Educational Leadership, IOE, UCL’s Faculty of Education and Society. Questions:{" "}
        <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>, answered within 48 hours.
      </p>
      <ul>
        {LINKS.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </div>
  ));
  // biome-ignore lint/security/noDangerouslySetInnerHtml: stillHtml escapes all text and attributes it writes
  return <footer className="site-foot" dangerouslySetInnerHTML={inside} />;
}
