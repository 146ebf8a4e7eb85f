import { EndorsementForStaffCard } from "@/components/applications/endorsement-for-staff";
import { findEndorsement } from "../../find";
import { resend } from "./actions";

/** The sponsor's card beside an application; nothing where nobody was asked. */
export async function EndorsementBeside({ id }: { id: string }) {
  const endorsement = await findEndorsement(id);
  if (!endorsement) return null;
  return <EndorsementForStaffCard endorsement={endorsement} resend={resend.bind(null, id)} />;
}
