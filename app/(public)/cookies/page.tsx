import type { Metadata } from "next";
import { TextPage } from "@/components/layout/text-page";
import { TableScroll } from "@/components/ui/table-scroll";

export const metadata: Metadata = { title: "Cookies" };

const COOKIES = [
  {
    name: "portal-session",
    what: "Keeps you signed in. Set when you sign in.",
    lasts: "At most 7 days; for staff, 12 hours. Signing out ends it at once.",
  },
  {
    name: "portal-asking",
    what: "Ties a sign-in link or code to the browser that asked for it. Set when you ask for a link.",
    lasts: "A few minutes, until you have signed in or the link has run out.",
  },
  {
    name: "portal-csrf, portal-callback",
    what: "Belong to the sign-in software: a guard against forged requests, and where to go afterwards. Set only when they are needed.",
    lasts: "Until you close the browser.",
  },
];

export default function CookiesPage() {
  return (
    <TextPage title="Cookies" caption="Only what the portal cannot work without">
      <p>
        The portal sets no cookie on anybody who only reads. It measures no visitors, carries no advertising
        and loads nothing from another site. That is why it does not ask you to accept cookies.
      </p>
      <p>
        These cookies are needed for signing in. Scripts cannot read them, and no other site receives them.
      </p>
      <TableScroll label="The portal’s cookies">
        <table className="data-table">
          <caption className="sr-only">The portal’s cookies</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">What it is for</th>
              <th scope="col">How long it lasts</th>
            </tr>
          </thead>
          <tbody>
            {COOKIES.map((cookie) => (
              <tr key={cookie.name}>
                <th scope="row">{cookie.name}</th>
                <td>{cookie.what}</td>
                <td>{cookie.lasts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p>Where the portal is reached by https, each name begins with “__Host-”.</p>
    </TextPage>
  );
}
