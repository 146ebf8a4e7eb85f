import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxGroup, DateField, TextArea, TextField } from "@/components/forms/fields";
import { PageHeading } from "@/components/ui/page-heading";
import { QUESTIONS } from "@/lib/eligibility/schema";
import { RULE_SETTINGS } from "@/lib/funding/schema";
import { submitRule, takeRuleAway } from "../../../actions";
import { findFunding } from "../../../find";

type Props = { params: Promise<{ programme: string; rule: string }> };

const PLACES = QUESTIONS.setting.choices.filter(({ value }) => RULE_SETTINGS.some((one) => one === value));

/** A rule, or with "new" as its address a form for one. */
export default async function RulePage({ params }: Props) {
  const { programme, rule: id } = await params;
  const { slug, shortName, rules, lists, home } = await findFunding(
    programme,
    `/rules/${encodeURIComponent(id)}`,
  );
  const rule = id === "new" ? null : (rules.find((each) => each.id === id) ?? notFound());
  const title = rule ? rule.name : "Add a rule";
  const names = lists.map(({ name }) => `“${name}”`).join(", ");
  return (
    <div className="max-w-prose">
      <PageHeading
        title={title}
        caption="Who may be funded"
        back={{ href: home, label: `Funding: ${shortName}` }}
      />
      <ActionForm
        action={submitRule.bind(null, { slug, id: rule?.id ?? null })}
        title={title}
        submitLabel="Save the rule"
        hidden={{ formKey: randomUUID(), seen: rule?.seen ?? "new" }}
        aside={<a href={home}>Leave it as it is</a>}
      >
        <TextField
          name="name"
          label="Name"
          hint="As the public reads it."
          maxLength={120}
          defaultValue={rule?.name ?? ""}
        />
        <TextArea
          name="explanation"
          label="What it pays and what it asks"
          rows={6}
          maxLength={3_000}
          defaultValue={rule?.explanation ?? ""}
        />
        <CheckboxGroup
          name="settings"
          legend="Where does it hold?"
          options={[...PLACES]}
          defaultValues={rule?.settings ?? []}
        />
        <TextField
          name="listName"
          label="List that the school or trust has to be on"
          hint={
            names
              ? `Leave it empty where none is needed. There are: ${names}.`
              : "Leave it empty where none is needed."
          }
          optional
          maxLength={120}
          defaultValue={rule?.listName ?? ""}
        />
        <DateField name="validFrom" label="First day" defaultValue={rule?.validFrom ?? ""} />
        <DateField name="validTo" label="Last day" optional defaultValue={rule?.validTo ?? ""} />
      </ActionForm>
      {rule ? (
        <section className="card mt-10" aria-labelledby="away">
          <h2 id="away">Take the rule away</h2>
          <p className="mb-4">
            “Is it for me?” does not go by it any more. To end it on a day, give it a last day instead.
          </p>
          <ActionForm
            action={takeRuleAway.bind(null, { slug, id: rule.id })}
            submitLabel="Take it away"
            submitVariant="warning"
            hidden={{ seen: rule.seen }}
          />
        </section>
      ) : null}
    </div>
  );
}
