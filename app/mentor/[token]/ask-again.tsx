import { ActionForm } from "@/components/forms/action-form";
import { askAgain } from "./actions";

/** The button that sends a new link to the address that the old one went to. */
export function AskAgain({ token }: { token: string }) {
  return <ActionForm action={askAgain.bind(null, token)} submitLabel="Send me a new link" />;
}
