import { oneClick, pageOfLink, type TokenContext } from "@/app/(public)/one-click";
import { chooseByLink } from "@/lib/reminders/choose";

/** Leaves the fewest reminders that there are. */
export async function POST(request: Request, context: TokenContext): Promise<Response> {
  const essential = (token: string, at: Date) => chooseByLink(token, "essential", at);
  return oneClick(request, context, essential, "You get only essential reminders from now on.");
}

export async function GET(_: Request, context: TokenContext): Promise<Response> {
  return pageOfLink("/reminders", context);
}
