import { notFound } from "next/navigation";
import { StandingTag } from "@/components/mentoring/standing-tag";
import { PageHeading } from "@/components/ui/page-heading";
import { requireViewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { myCheckIn, myReport } from "@/lib/mentoring/my-items";
import { fullTitle } from "@/lib/route-map/schema";
import { Frame } from "../../frame";
import { CheckIn } from "./check-in";
import { Report } from "./report";

type Props = {
  params: Promise<{ milestone: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MyMentorItemPage({ params, searchParams }: Props) {
  const { milestone: id } = await params;
  const actor = await requireViewer(`/dashboard/mentor/${encodeURIComponent(id)}`);
  const at = now();
  const checkIn = await myCheckIn(actor, id, at);
  const report = checkIn ? null : ((await myReport(actor, id, at)) ?? notFound());
  const item = (checkIn ?? report)?.item ?? notFound();
  const { done, change } = await searchParams;
  const title = fullTitle(item);
  return (
    <Frame actor={actor} current="/dashboard/mentor">
      <div className="max-w-prose">
        <PageHeading
          title={title}
          caption={<StandingTag item={item} audience="participant" />}
          back={{ href: "/dashboard/mentor", label: "Your mentor" }}
        />
        {checkIn ? (
          <CheckIn
            checkIn={checkIn}
            title={title}
            done={typeof done === "string" ? done : ""}
            change={change !== undefined}
          />
        ) : null}
        {report ? <Report report={report} title={title} /> : null}
      </div>
    </Frame>
  );
}
