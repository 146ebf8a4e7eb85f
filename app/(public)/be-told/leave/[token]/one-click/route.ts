import { oneClick, pageOfLink, type TokenContext } from "@/app/(public)/one-click";
import { leaveList } from "@/lib/interest/leave";

/** Deletes the address from that one list. */
export async function POST(request: Request, context: TokenContext): Promise<Response> {
  return oneClick(request, context, leaveList, "You have left the list.");
}

export async function GET(_: Request, context: TokenContext): Promise<Response> {
  return pageOfLink("/be-told/leave", context);
}
