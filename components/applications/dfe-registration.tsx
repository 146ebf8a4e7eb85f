import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import type { DfeRegistration } from "@/lib/applications/schema-choices";

const SAID: Record<DfeRegistration, string> = {
  registered: "You told us that you have registered. There is nothing to do.",
  not_yet: "You told us that you have not registered yet.",
  not_sure: "You told us that you are not sure whether you have registered.",
};

/** Whether the applicant has registered with DfE, as they told us, and how to do it. */
export function DfeRegistrationCard({ said }: { said: DfeRegistration | null }) {
  const done = said === "registered";
  return (
    <Card labelledBy="dfe">
      <h2 id="dfe">Registration with the Department for Education</h2>
      <p className="mb-2">{done ? <Tag tone="done">done</Tag> : <Tag tone="soon">to do</Tag>}</p>
      <p>{said ? SAID[said] : "Every participant registers for an NPQ with DfE as well."}</p>
      {done ? null : (
        <p className="mt-2">
          {said ? "Every participant has to. " : ""}It is a short form on GOV.UK: search there for “Register
          for a national professional qualification”. It does not hold up this application.
        </p>
      )}
    </Card>
  );
}
