import { type Asked, openStep, StepPage } from "../../open-step";
import { StepForm } from "../../step-form";

/** A workplace that the register does not have, typed by hand. */
export default async function WorkplaceByHandPage(asked: Asked) {
  const opened = await openStep(asked, "workplace", "workplace/by-hand");
  const search = `${opened.home}/edit/workplace${opened.fromCheck ? "?from=check" : ""}`;
  return (
    <StepPage opened={opened} back={{ href: search, label: "Search the register" }}>
      <p className="mb-5">For a school or trust that is not in the register, or is too new to be there.</p>
      <StepForm step="workplace" opened={opened} />
    </StepPage>
  );
}
