/** What is kept of participants: the longest part of the notice. */
export function TakingPart() {
  return (
    <>
      <h2>When you take part</h2>
      <ul>
        <li>
          Your enrolment and any change to it: from which day, by whom, and the reason that the Department for
          Education asks for. When you move to a later cohort, what you had done is carried over, and the
          earlier enrolment is kept as it was.
        </li>
        <li>Your peer group, the events you are expected at, and whether you were there.</li>
        <li>
          The places at events that you chose, waited for or gave up, with their times; where staff changed
          them, who and why.
        </li>
        <li>
          What you say you need at an event: access, food. It may be about your health, so it is stored apart,
          and is in no e-mail and no log. Only the managers of your cohort and those who run the event read
          it. It is deleted when you give up your place, and otherwise two weeks after the last of the events
          that you could choose from.
        </li>
        <li>The learning time you record, and what your mentor or the staff record about it.</li>
        <li>The name, e-mail address and job of your NPQ mentor, and of those before, with the days.</li>
        <li>
          What you write in a check-in: your mentor reads it once you send it, and their answer is for you.
          The staff see that it took place and when, and not what either of you writes.
        </li>
        <li>
          Your learning audits: the mark and the note that you give for each area, and when you last saved and
          sent each. A draft is read by you alone. What you have sent is read by the facilitator of your peer
          learning group and by those who run your cohort; the cohort sees averages of five people or more,
          and no notes. They are kept as long as your record of engagement.
        </li>
        <li>
          That you have sent the evaluation at the end of a module. What you answer in it is kept without your
          name, the time, or your other answers beside it, and is told to those who run your cohort only
          together with the answers of at least four others. Because nothing says whose it is, we cannot show,
          change or erase it for you.
        </li>
        <li>
          What you choose to share with your peer learning group: your e-mail address, a phone number, a line
          about yourself. Each is off until you say otherwise, only your group sees it, and what you stop
          sharing is deleted at once.
        </li>
        <li>
          The notes that your group writes together, with who wrote each version and when. Your group, its
          facilitator and the staff who run your cohort read them. They are kept with your cohort’s records.
        </li>
        <li>
          When you say that you cannot come to a session: that you said so, what you wrote, and the place that
          you take with another group. The facilitators of both groups and the staff who run your cohort see
          it; your group does not. It is kept with your record.
        </li>
        <li>
          To make groups, the region, phase and trust of your school from DfE’s register, and whether your
          sponsor or mentor is somebody else in the cohort. They are looked up when groups are made and not
          kept with you.
        </li>
        <li>
          What you say is recorded wrongly, and the answer; what you propose to do in place of something
          missed, what you write about having done it, and what those who read it said. Your cohort’s managers
          read these and, where it is about a session or an event, its facilitator. They are kept with your
          record of engagement, as long as that is.
        </li>
        <li>
          When staff of your cohort are in touch with you about how you are getting on: who, when and how,
          what was said, what came of it, and when they mean to be in touch again; and each letter that they
          write to you from the portal, word for word. The staff who run your cohort read these, and you can
          ask us for them. They are kept as long as your record of engagement.
        </li>
        <li>
          What your record comes to on the day (percentages, what is overdue, how long nothing was recorded),
          so that staff can see who may need help. Nothing is decided by it: it only tells a person to look.
        </li>
        <li>
          When staff enter something for you, excuse you from part of the programme or let you take the
          assessment below the line: who, when and why. Your cohort’s managers read it, in one list with what
          else is in your record and the subjects and times of the e-mails that the portal sent you about it.
          It is kept as long as your record of engagement.
        </li>
        <li>Up to when you have marked as seen what others did. Nobody else sees that.</li>
        <li>
          How often you want to be reminded, and for 180 days what we reminded you of. Every reminder has a
          link with which whoever has the e-mail can change how often, and see or do nothing else.
        </li>
      </ul>
      <p>
        You see all of your own record, and where a register was corrected, by whom and why. Staff of your
        cohort see it, and facilitators the registers of their own events. Of a report that staff import from
        Teams or Zoom we keep for how long participants were there, and nothing of anybody else. Staff can
        take the lists that they see out as files; who took out which, and when, is written down. The
        programme has to be able to show its evidence of your engagement to the Department for Education.
      </p>
    </>
  );
}
