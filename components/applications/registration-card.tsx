import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { registrationOf } from "@/lib/applications/registrations/queries";
import { DFE_WORDS, type DfeRegistration } from "@/lib/applications/schema-choices";
import { MATCHED_WORDS } from "@/lib/applications/schema-registrations";
import { shortDate } from "@/lib/dates";

/** Whether DfE has the applicant on its list, beside what they said themselves. */
export function RegistrationCard({
  registration,
  said,
}: {
  registration: Awaited<ReturnType<typeof registrationOf>>;
  said: DfeRegistration | null;
}) {
  return (
    <Card labelledBy="registration">
      <h2 id="registration">Registration with DfE</h2>
      {registration ? (
        <>
          <p>
            <Tag tone="done">confirmed</Tag>
          </p>
          <p>
            On DfE’s list, imported on {shortDate(registration.confirmedOn)}; found by{" "}
            {MATCHED_WORDS[registration.matchedBy]}.
          </p>
        </>
      ) : (
        <p>
          On no list of DfE’s so far. Asked whether they are registered, the applicant said:{" "}
          {said ? DFE_WORDS[said].toLowerCase() : "nothing"}.
        </p>
      )}
    </Card>
  );
}
