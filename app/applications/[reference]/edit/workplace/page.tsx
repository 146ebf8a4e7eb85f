import { WorkplaceSearch } from "@/components/applications/workplace-search";
import { workplaceInWords } from "@/lib/applications/schema-rows";
import { searchWorkplaces } from "@/lib/schools/queries";
import { LEAST_TYPED } from "@/lib/schools/schema";
import { type Asked, hiddenOf, openStep, StepPage } from "../open-step";
import { saveAside, saveLabel } from "../step-form";
import { choose } from "./actions";

/** Where the applicant works, looked up in the national register: by a form that asks by the address, or typing. */
export default async function WorkplacePage(asked: Asked) {
  const opened = await openStep(asked, "workplace");
  const { application, home, title, fromCheck } = opened;
  const { q } = await asked.searchParams;
  const typed = typeof q === "string" ? q.slice(0, 100).trim() : "";
  const found = typed.length >= LEAST_TYPED ? await searchWorkplaces(typed) : null;
  const from = fromCheck ? "?from=check" : "";
  const chosen = workplaceInWords(application.answers);
  return (
    <StepPage opened={opened}>
      {chosen ? (
        <div className="mb-6">
          <p className="font-semibold">What you have told us</p>
          <p className="whitespace-pre-line">{chosen}</p>
        </div>
      ) : null}
      <WorkplaceSearch
        key={typed}
        typed={typed}
        found={found}
        page={`${home}/edit/workplace`}
        fromCheck={fromCheck}
        byHand={`${home}/edit/workplace/by-hand${from}`}
        form={{
          action: choose.bind(null, application.reference),
          title,
          submitLabel: saveLabel(fromCheck),
          hidden: hiddenOf(application, fromCheck),
          aside: saveAside(fromCheck),
        }}
      />
    </StepPage>
  );
}
