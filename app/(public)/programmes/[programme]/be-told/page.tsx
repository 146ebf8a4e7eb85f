import { notFound } from "next/navigation";
import { askFor } from "@/app/(public)/be-told/actions";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup, TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { viewer } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { programmeToFollow } from "@/lib/interest/queries";
import { CONFIRM_DAYS, isTopic, TOPIC_WORDS, TOPICS } from "@/lib/interest/schema";
import { Asked } from "./asked";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const found = await programmeToFollow((await params).programme, now());
  if (!found) return {};
  return {
    description: `Leave an e-mail address and be told of scholarships or the next cohort of ${found.title}.`,
    alternates: { canonical: `/programmes/${found.slug}/be-told` },
  };
}

/** Leave an address, and be told. It counts once the link in an e-mail has been followed. */
export default async function BeToldPage({ params, searchParams }: Props) {
  const { programme: slug } = await params;
  const [found, actor, { topic, asked }] = await Promise.all([
    programmeToFollow(slug, now()),
    viewer(),
    searchParams,
  ]);
  const { title, shortName } = found ?? notFound();
  const home = `/programmes/${slug}`;
  const name = `Be told about ${shortName}`;
  const back = { href: home, label: `${title} (${shortName})` };
  if (asked !== undefined) return <Asked {...{ home, back }} />;
  return (
    <div className="wrap">
      <div className="max-w-prose pb-12">
        <PageHeading
          title={name}
          caption="We write when there is something to tell, and not before."
          back={back}
        />
        <ActionForm action={askFor.bind(null, slug)} title={name} submitLabel="Send me the e-mail to confirm">
          <CheckboxGroup
            name="topics"
            legend="What do you want to be told?"
            options={TOPICS.map((value) => ({ value, label: TOPIC_WORDS[value].label }))}
            defaultValues={isTopic(topic) ? [topic] : []}
          />
          <TextField
            name="email"
            label="E-mail address"
            hint="Used for this and nothing else. Every e-mail has a link to leave with one click."
            type="email"
            inputMode="email"
            autoComplete="email"
            spellCheck={false}
            maxLength={254}
            defaultValue={actor?.email}
          />
        </ActionForm>
        <p className="mt-6 text-muted">
          An address that is not confirmed is deleted after {CONFIRM_DAYS} days. More under{" "}
          <a href="/privacy#being-told">privacy</a>.
        </p>
      </div>
    </div>
  );
}
