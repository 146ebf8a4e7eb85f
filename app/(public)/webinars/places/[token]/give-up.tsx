import { ActionForm } from "@/components/forms/action-form";
import { giveUp } from "../../actions";

/** The way out for whoever cannot come. */
export function GiveUp({ token }: { token: string }) {
  return (
    <section aria-labelledby="give-up" className="px-1">
      <h2 id="give-up" className="text-[1.15rem]">
        You cannot come?
      </h2>
      <p className="my-2">Give your place up, so that somebody else can have it.</p>
      <ActionForm action={giveUp.bind(null, token)} submitLabel="Give up my place" submitVariant="warning" />
    </section>
  );
}
