import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/page-heading";
import type { Step } from "@/lib/applications/schema-pages";
import { stepsOf } from "@/lib/applications/sections";
import type { ApplicationView } from "@/lib/applications/views";
import { findOwn } from "../../find";

export type Asked = {
  params: Promise<{ reference: string; step?: string }>;
  searchParams: Promise<{ from?: string | string[]; q?: string | string[] }>;
};

/** The draft that a page of the form belongs to, and what the page is called; past its draft, back to it. */
export async function openStep({ params, searchParams }: Asked, step: Step, path: string = step) {
  const { reference } = await params;
  const application = await findOwn(reference, `/edit/${path}`);
  const home = `/applications/${reference}`;
  if (application.state !== "draft") redirect(home);
  const steps = stepsOf(application.answers);
  const number = steps.findIndex((each) => each.step === step) + 1;
  const { title, section } = steps[number - 1] ?? notFound();
  const fromCheck = (await searchParams).from === "check";
  const caption = `${section} · page ${number} of\u00a0${steps.length}`;
  return { application, home, title, caption, fromCheck };
}

type Opened = Awaited<ReturnType<typeof openStep>>;

/** The fields that each page's form sends along: the version, and where it was opened from. */
export function hiddenOf(application: ApplicationView, fromCheck: boolean): Record<string, string> {
  return { version: String(application.version), ...(fromCheck ? { from: "check" } : {}) };
}

/** The frame of a page of the form. */
export function StepPage({
  opened,
  back,
  children,
}: {
  opened: Opened;
  back?: { href: string; label: string };
  children: ReactNode;
}) {
  const { home, title, caption, fromCheck } = opened;
  const to = fromCheck
    ? { href: `${home}/check`, label: "Check your answers" }
    : { href: home, label: "Your application" };
  return (
    <div className="max-w-prose">
      <PageHeading title={title} caption={caption} back={back ?? to} />
      {children}
      <p className="mt-6 text-muted">
        Answers may wait: the list of your application says what is still missing before you can send it.
      </p>
    </div>
  );
}
