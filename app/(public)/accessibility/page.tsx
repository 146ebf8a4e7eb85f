import type { Metadata } from "next";
import { TextPage } from "@/components/layout/text-page";

export const metadata: Metadata = { title: "Accessibility" };

export default function AccessibilityPage() {
  return (
    <TextPage title="Accessibility" caption="What works, what does not yet, and whom to tell">
      <p>
        This portal is for busy people on all kinds of devices, and for people who use it in all kinds of
        ways. You should be able to:
      </p>
      <ul>
        <li>use every part with a keyboard alone, and always see where you are</li>
        <li>zoom in to 400% without scrolling sideways, tables apart, which scroll inside their own frame</li>
        <li>use every part with a screen reader</li>
        <li>use every part with scripts switched off</li>
        <li>read it in light or dark colours, as your device is set, and in high contrast</li>
        <li>do without motion, when your device asks for that</li>
      </ul>

      <h2>The route map</h2>
      <p>
        On a wide screen the route map is a picture. The same items are always there as a list, month by
        month, which is what a phone shows and what a screen reader can read through. No state is told by
        colour alone: each has its own shape and its own word.
      </p>

      <h2>How far it conforms</h2>
      <p>
        The aim is level AA of the Web Content Accessibility Guidelines, version 2.2, as the Public Sector
        Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 require. Whenever the portal
        changes, its journeys are walked through in a browser at the width of a phone and of a desktop, with
        scripts and without, and each page on the way is checked by an automatic tool (axe) and for scrolling
        sideways. The portal’s makers have looked at the pages in light and dark colours, at 320 pixels’ width
        and zoomed in. They have not yet been audited by people who are independent of the team, nor tested by
        a panel of disabled users; until that has happened we say that the portal partly conforms.
      </p>

      <h2>What we know does not work well</h2>
      <ul>
        <li>
          On a screen of middling width the text of the route map’s picture is small. Zooming in shows the
          list instead.
        </li>
        <li>
          UCL eXtend, the learning platform that holds the study materials, is a separate site with a
          statement of its own.
        </li>
      </ul>

      <h2>Tell us</h2>
      <p>
        If something gets in your way, or you need the information in another form, write to{" "}
        <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>. You have an answer within 48 hours. If you are not
        content with the answer, contact the{" "}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>. The
        Equality and Human Rights Commission enforces the regulations.
      </p>
    </TextPage>
  );
}
