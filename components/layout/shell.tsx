import type { ReactNode } from "react";
import { Still } from "@/components/ui/still";
import type { Viewing } from "@/lib/auth/actor";
import { Footer } from "./footer";
import { NavCloser } from "./nav-closer";
import { NavLinks } from "./nav-links";
import { NavList } from "./nav-list";
import { type Circle, entriesFor, NAVIGATION, type ShellArea } from "./navigation";
import { ViewingBanner } from "./viewing-banner";

type Props = {
  area: ShellArea;
  /** Who is signed in; nothing for a signed-out visitor. */
  viewerName?: string | null;
  /** While somebody's pages are looked at: what stands on top of every page until it ends. */
  viewing?: Viewing | undefined;
  /** In the header, beside the navigation: the staff's search. */
  tools?: ReactNode;
  /** The navigation entry that this page belongs to, where its address does not say so. */
  current?: string;
  /** Of staff: which pages are theirs besides those that are everybody's. */
  circles?: readonly Circle[];
  children: ReactNode;
};

/** Header, navigation, main and footer around every page. Children bring their own width (class `wrap`). */
export function Shell({ area, viewerName, viewing, tools, current, circles = [], children }: Props) {
  const { label, home } = NAVIGATION[area];
  const entries = entriesFor(area, circles);
  const wrap = area === "staff" ? "wrap wrap-staff" : "wrap";
  const tall = area === "staff" || area === "participant";
  const head = (nav: ReactNode) => (
    <div className={tall ? `${wrap} wrap-tall` : wrap}>
      <a className="wordmark" href={home}>
        <b>UCL</b> Centre for Educational Leadership
      </a>
      <nav className="site-nav" aria-label={label}>
        {nav}
      </nav>
      {tools}
      <Me viewerName={viewerName} />
    </div>
  );
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      {viewing ? <ViewingBanner viewing={viewing} /> : null}
      {current !== undefined && !tools ? (
        <Still as="header" className="site-head">
          {head(<NavList entries={entries} here={current} />)}
        </Still>
      ) : (
        <header className="site-head">
          {head(
            current === undefined ? (
              <NavLinks entries={entries} />
            ) : (
              <NavList entries={entries} here={current} />
            ),
          )}
        </header>
      )}
      {tall ? <NavCloser /> : null}
      <main id="main" className="site-main" tabIndex={-1}>
        {children}
      </main>
      <Footer wrap={wrap} />
    </>
  );
}

function Me({ viewerName }: Pick<Props, "viewerName">) {
  return (
    <div className="site-me">
      {viewerName ? (
        <>
          <span>{viewerName}</span>
          <a href="/account">Account</a>
          <form method="post" action="/sign-out">
            <button type="submit">Sign out</button>
          </form>
        </>
      ) : (
        <a href="/sign-in">Sign in</a>
      )}
    </div>
  );
}
