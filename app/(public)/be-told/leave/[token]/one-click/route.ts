import { oneClick } from "@/app/(public)/one-click";
import { leaveList } from "@/lib/interest/leave";

export const { GET, POST } = oneClick("/be-told/leave", "You have left the list.", leaveList);
