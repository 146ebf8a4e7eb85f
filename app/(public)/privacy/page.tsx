import type { Metadata } from "next";
import { TextPage } from "@/components/layout/text-page";
import { TakingPart } from "./taking-part";

export const metadata: Metadata = { title: "Privacy" };

export default function PrivacyPage() {
  return (
    <TextPage title="Privacy" caption="What the portal keeps about you, and why">
      <p>
        The portal is run for the UCL Centre for Educational Leadership, part of IOE, UCL’s Faculty of
        Education and Society. University College London is responsible for the information in it. This is a
        first notice: it says what the portal stores as it stands.
      </p>

      <h2>If you only read</h2>
      <p>
        Nothing is kept that says who you are, and no cookie is set. The server’s log has the time, the
        address of the page and how it was answered.
      </p>

      <h2>When you ask a question</h2>
      <p>
        Your name, your e-mail address, your question and our answers, with their times. Cohort managers and
        administrators read them to answer you.
      </p>

      <h2>When you register for a webinar</h2>
      <p>
        Your name and your e-mail address, when you registered, and when you gave the place up if you did.
        Cohort managers and administrators see them. They are deleted twelve months after the webinar, with
        the e-mails that we sent you about it; only the number of places that were taken is kept. The webinar
        itself is held elsewhere: its link leads to the service that holds it.
      </p>

      <h2 id="being-told">When you ask to be told</h2>
      <p>
        Your e-mail address, what you want to be told, when you asked, and when you confirmed. Staff see how
        many have asked, and no addresses. An address that is not confirmed is deleted after seven days. When
        you leave a list, your address is deleted from it at once. When you have been told that the next
        cohort is open, it is deleted with that e-mail; for news on scholarships it is kept until you leave,
        for two years at the most. The e-mails themselves are kept like every other: see below.
      </p>

      <h2>When you ask whether a programme is for you</h2>
      <p>Your answers stay in the address of the page, and none of them is kept.</p>

      <h2>When you sign in</h2>
      <ul>
        <li>Your e-mail address and your name.</li>
        <li>
          Each request for a link: the address it went to and when. Links and codes are kept only in a form
          from which they cannot be read back, and the requests are deleted a day after they run out.
        </li>
        <li>
          Your session, until you sign out or it ends: when it began, when it was last used, and for people
          who work here how they signed in.
        </li>
        <li>
          For people who work here: the key that they share with an app on their phone, encrypted, and
          recovery codes in a form from which they cannot be read back, until they are taken away; an
          invitation with the name and address that an administrator gave.
        </li>
        <li>
          When somebody who runs your programme looks at your pages as you see them, to help you: who, when
          and why. You can read it in your account. It is kept as long as the records of your programme.
        </li>
        <li>
          Counts of attempts by address and by internet connection, for at most two days, to stop guessing.
        </li>
      </ul>

      <h2>When you apply</h2>
      <ul>
        <li>
          Your answers: your name, your teacher reference number if you give it, whether you are registered
          with the Department for Education, your workplace and its reference number, your job and your
          leadership experience, who pays, your statements and what you declare.
        </li>
        <li>
          From the Department for Education’s list of registrations for a course, which it gives to providers:
          its identifier for you, your name, e-mail address and teacher reference number, and the course. It
          shows us who has registered; that of people who have not applied here waits until they do.
        </li>
        <li>
          The name, e-mail address and job of the NPQ mentor you name. Please make sure that they know, too.
        </li>
        <li>
          What you tell us about access and food, if you do. It may be about your health: it is stored apart
          from your answers, is in no e-mail, and is read only by those who run your cohort, once you have a
          place.
        </li>
        <li>
          When you accept a place that is not funded: who the invoice goes to, with their name, address and
          e-mail address.
        </li>
        <li>
          The name and e-mail address of your sponsor, whom you name, and which parts of your application you
          let them read. Please make sure that they know.
        </li>
        <li>Every step of the application, with its date and, where there is one, its reason.</li>
      </ul>
      <p>
        The staff who manage the cohort read your application to decide on it. Drafts that you have not sent
        are counted, and not read.
      </p>
      <p>
        After you have sent an application we ask four equality questions, which you may leave. The answers
        are stored without your name, the application or the time; we keep only that you were asked. They are
        shown as totals for a cohort once applications have closed, and never a number below five. Because
        nothing says whose they are, we cannot show, change or erase them for you.
      </p>

      <h2>When you are somebody’s sponsor</h2>
      <p>
        The applicant gives us your name and e-mail address, so that we can ask you to endorse their
        application. We keep when we wrote to you, and what you answer: whether you endorse it, your job
        title, what you commit to and what you write. The link in our e-mail is kept only in a form from which
        it cannot be read back; it works for 28 days, or until the application is decided or withdrawn. We
        remind you twice at most.
      </p>
      <p>
        The staff who manage the cohort read all of your answer. The applicant sees whether you endorsed the
        application and when; of what you write they read only who you say the right person is.
      </p>

      <TakingPart />

      <h2 id="mentors">When you are somebody’s NPQ mentor</h2>
      <p>
        The participant, or the staff, give us your name, e-mail address and job title, so that we can ask you
        to confirm check-ins and to write reports. We keep when we wrote to you, your answers to check-ins,
        and your reports. The links in our e-mails are kept only in a form from which they cannot be read
        back; each works for 60 days. We remind you twice at most of each thing. The participant reads your
        answers to check-ins and sees that a report is in; the staff who manage the cohort read the reports. A
        report that you have begun and not sent is yours alone, and is deleted when you are no longer the
        mentor. The rest is kept with the participant’s record.
      </p>

      <h2>What is written down about use</h2>
      <p>
        A record that cannot be changed says who did what to whose record, and when. E-mails that the portal
        sends are kept with the step they tell of; the text of a sign-in e-mail is wiped once it has been
        sent.
      </p>

      <h2>Your rights</h2>
      <p>
        You can ask to see what is kept about you, to have it put right, and to have it erased as far as the
        award of the qualification allows. Write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>. A
        complaint is acknowledged within 30 days. If you are not content with the answer, you can complain to
        the Information Commissioner’s Office.
      </p>
      <p>
        See also <a href="/cookies">Cookies</a>.
      </p>
    </TextPage>
  );
}
