import { exportCsv } from "@/lib/applications/export";
import { download } from "../export";

/** The applications of the queue's view at that address, as CSV. */
export async function GET(request: Request): Promise<Response> {
  return download(request, "csv", exportCsv);
}
