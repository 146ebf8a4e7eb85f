import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { sentenceFor } from "@/app/sentence-for";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { isStaff } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/return-to";
import { recoveryCodesLeft } from "@/lib/auth/second-factor/check";
import { waitingSecret } from "@/lib/auth/second-factor/set-up";
import { sessionUnderWay } from "@/lib/auth/session";
import { FactorIsOn, ScanAndConfirm, SetUp } from "./states";

export const metadata: Metadata = { title: "Second factor" };

const PATH = "/account/second-factor";
const DONE: Record<string, string> = {
  on: "Your second factor is on. Make recovery codes now, for the day your phone is lost.",
  ended: "Your second factor is taken away.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SecondFactorPage({ searchParams }: Props) {
  const session = await sessionUnderWay();
  if (!session || session.standing === "provider" || session.standing === "factor")
    redirect(signInPath(PATH));
  const { actor, hasFactor, standing } = session;
  if (!isStaff(actor)) notFound();
  const { done } = await searchParams;
  const said = sentenceFor(DONE, done);
  const secret = hasFactor ? null : await waitingSecret(actor);
  return (
    <>
      <PageHeading
        title="Second factor"
        caption="A code from an app on your phone, beside the e-mail, whenever you sign in"
        back={standing === "in" ? { href: "/account", label: "Your account" } : undefined}
      />
      {said ? (
        <div className="mb-5">
          <Notice tone="done">{said}</Notice>
        </div>
      ) : null}
      {standing === "enrol" && !said ? (
        <div className="mb-5">
          <Notice tone="info" title="One more step before you go on">
            You see other people’s records here, so signing in needs more than your mailbox.
          </Notice>
        </div>
      ) : null}
      {hasFactor ? (
        <FactorIsOn codesLeft={await recoveryCodesLeft(actor.userId)} />
      ) : secret ? (
        <ScanAndConfirm secret={secret} email={actor.email} />
      ) : (
        <SetUp />
      )}
    </>
  );
}
