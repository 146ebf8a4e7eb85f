import { TableScroll } from "@/components/ui/table-scroll";
import { Tag, type TagTone } from "@/components/ui/tag";
import { shortDate } from "@/lib/dates";
import { MENTOR_STANDING_WORDS, type MentorRow, type MentorStanding } from "@/lib/mentoring/schema";

const TONES: Record<MentorStanding, TagTone> = {
  missing: "late",
  bouncing: "late",
  silent: "soon",
  withdrawn: "muted",
  asked: "open",
  fine: "done",
};

/** A cohort's mentors: how each stands, why, and the way to the page where it is put right. */
export function MentorTable({ rows, home }: { rows: readonly MentorRow[]; home: string }) {
  return (
    <TableScroll label="Mentors">
      <table className="data-table table-stack min-[561px]:min-w-[44rem]">
        <thead>
          <tr>
            <th scope="col">Participant</th>
            <th scope="col">Mentor</th>
            <th scope="col">Standing</th>
            <th scope="col">Why</th>
            <th scope="col">Last e-mail</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.enrolmentId}>
              <th scope="row">
                <a href={`${home}/mentors/${row.enrolmentId}`}>{row.fullName}</a>
                <small>{row.workplace}</small>
              </th>
              <td data-label="Mentor">
                {row.mentorName ?? "none"}
                {row.mentorJob ? <small>{row.mentorJob}</small> : null}
              </td>
              <td data-label="Standing">
                <Tag tone={TONES[row.standing]}>{MENTOR_STANDING_WORDS[row.standing]}</Tag>
              </td>
              <td className="whole-line">{why(row)}</td>
              <td data-label="Last e-mail">{row.lastSentOn ? shortDate(row.lastSentOn) : "none yet"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function why({ standing, waiting, since }: MentorRow): string {
  const things = waiting === 1 ? "1 thing waits" : `${waiting} things wait`;
  const asked = since ? `${things}, asked on ${shortDate(since)}` : "";
  if (standing === "missing") return "nobody is named";
  if (standing === "bouncing") return ["the newest e-mail was given up", asked].filter(Boolean).join("; ");
  if (standing === "withdrawn") return "staff have withdrawn the link";
  return asked;
}
