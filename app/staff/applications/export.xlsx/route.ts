import { exportXlsx } from "@/lib/applications/export";
import { download } from "../export";

/** The applications of the queue's view at that address, as an Excel workbook. */
export async function GET(request: Request): Promise<Response> {
  return download(request, "xlsx", exportXlsx);
}
