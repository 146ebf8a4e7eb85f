import { notFound } from "next/navigation";
import { stepAt } from "@/lib/applications/schema-pages";
import { type Asked, openStep, StepPage } from "../open-step";
import { StepForm } from "../step-form";

/** One page of the form. From "Check your answers" it leads back there. */
export default async function EditPage(asked: Asked) {
  const step = stepAt((await asked.params).step ?? "") ?? notFound();
  const opened = await openStep(asked, step);
  return (
    <StepPage opened={opened}>
      <StepForm step={step} opened={opened} />
    </StepPage>
  );
}
