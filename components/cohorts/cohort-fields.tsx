import { DateField, TextField } from "@/components/forms/fields";
import type { StaffCohort } from "@/lib/cohorts/schema";

type Known = Pick<
  StaffCohort,
  "name" | "slug" | "capacity" | "fundedPlaces" | "applicationsOpen" | "applicationsClose" | "offerDays"
>;

/** What a cohort is called, how many places it has, and when people can apply. */
export function CohortFields({ cohort, fixedSlug = false }: { cohort?: Known; fixedSlug?: boolean }) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="Such as Spring 2028"
        maxLength={60}
        width="medium"
        defaultValue={cohort?.name}
      />
      {fixedSlug && cohort ? (
        <input type="hidden" name="slug" value={cohort.slug} />
      ) : (
        <TextField
          name="slug"
          label="Short name for addresses"
          hint="Small letters, digits and hyphens, such as spring-2028. It stays once the cohort is public."
          maxLength={60}
          width="medium"
          spellCheck={false}
          defaultValue={cohort?.slug}
        />
      )}
      <div className="grid gap-x-6 sm:grid-cols-2">
        <TextField
          name="capacity"
          label="Places"
          inputMode="numeric"
          width="short"
          defaultValue={cohort && String(cohort.capacity)}
        />
        <TextField
          name="fundedPlaces"
          label="Funded places among them"
          inputMode="numeric"
          width="short"
          defaultValue={cohort ? String(cohort.fundedPlaces) : "0"}
        />
        <DateField
          name="applicationsOpen"
          label="First day to apply"
          optional
          defaultValue={cohort?.applicationsOpen ?? ""}
        />
        <DateField
          name="applicationsClose"
          label="Last day to apply"
          optional
          defaultValue={cohort?.applicationsClose ?? ""}
        />
      </div>
      <TextField
        name="offerDays"
        label="How many days does an offer stand?"
        inputMode="numeric"
        width="short"
        defaultValue={cohort ? String(cohort.offerDays) : "14"}
      />
    </>
  );
}
