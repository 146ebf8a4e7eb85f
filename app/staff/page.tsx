import type { Metadata } from "next";
import { z } from "zod";
import { ComingUp } from "@/components/today/coming-up";
import { TodayKinds } from "@/components/today/today-kinds";
import { TodayList } from "@/components/today/today-list";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { dayInLondon, longDate } from "@/lib/dates";
import { staffEvents } from "@/lib/events/queries";
import { TODAY_KINDS, todayCounts } from "@/lib/today";
import { SecondFactorToday } from "./second-factor-today";
import { everythingFor } from "./today";

export const metadata: Metadata = { title: "Today" };

const question = z.object({ kind: z.enum(TODAY_KINDS).optional().catch(undefined) });

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StaffPage({ searchParams }: Props) {
  const actor = await requireStaff("/staff");
  const { kind } = question.parse(await searchParams);
  const at = now();
  const [all, coming] = await Promise.all([
    everythingFor(actor, at),
    staffEvents(actor, { show: "coming", page: 1 }, at),
  ]);
  const lines = kind ? all.filter((line) => line.kind === kind) : all;
  return (
    <>
      <PageHeading title="Today" caption={longDate(dayInLondon(at))} />
      <SecondFactorToday />
      {all.length === 0 && !kind ? (
        <div className="card max-w-prose">
          <h2>Nothing waits for you</h2>
          <p>Whatever needs you next stands here, the most urgent first. Enjoy the morning.</p>
        </div>
      ) : (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="sr-only">
            What needs you
          </h2>
          <TodayKinds counts={todayCounts(all)} shown={kind} />
          {lines.length === 0 ? <p>Nothing of this kind waits any more.</p> : <TodayList lines={lines} />}
        </section>
      )}
      <ComingUp events={coming.rows} total={coming.total} />
    </>
  );
}
