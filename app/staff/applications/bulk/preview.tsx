import { BulkLetter } from "@/components/applications/bulk-letter";
import { BulkFields, BulkSettings } from "@/components/applications/bulk-settings";
import { BulkLeft, BulkRows } from "@/components/applications/bulk-table";
import { RejectionForm } from "@/components/applications/rejection-form";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { PageHeading } from "@/components/ui/page-heading";
import type { BulkPreview } from "@/lib/applications/bulk/views";
import { type BulkAddress, chosenText } from "@/lib/applications/schema-bulk";
import { bulkButton, bulkTitle } from "@/lib/applications/schema-bulk-words";
import { reject, run } from "./actions";

const HOME = "/staff/applications";

/** Who exactly, before it happens, with the button that does it. */
export function Preview({ address, preview }: { address: BulkAddress; preview: BulkPreview }) {
  const { cohort, rows, left, letter } = preview;
  const { act, about, funded, unendorsed } = address;
  const title = bulkTitle(address);
  const hidden: Record<string, string> = {
    formKey: crypto.randomUUID(),
    cohortId: cohort.id,
    chosen: chosenText(rows),
    kind: act ?? "",
    ...(act === "offer" ? { fundedPlace: funded ?? "no", unendorsed: unendorsed ?? "no" } : {}),
    ...(act === "remind" ? { about: about ?? "" } : {}),
  };
  return (
    <>
      <PageHeading
        title={title}
        caption={`${cohort.name}. Nothing has happened yet: this is who it will be.`}
        back={{ href: HOME, label: "Applications" }}
      />
      <BulkSettings address={address} preview={preview} />
      <BulkRows rows={rows} />
      <BulkLeft left={left} />
      {rows.length > 0 ? (
        <Card className="mt-7" labelledBy="do">
          <h2 id="do">{bulkButton(address, rows.length)}?</h2>
          {letter ? <BulkLetter letter={letter} more={rows.length - 1} /> : null}
          {act === "reject" ? (
            <RejectionForm
              action={reject}
              {...{ title, home: HOME, hidden }}
              sendLabel={bulkButton(address, rows.length)}
              more={rows.length - 1}
            />
          ) : (
            <ActionForm
              action={run}
              {...{ title, hidden }}
              submitLabel={bulkButton(address, rows.length)}
              aside={<a href={HOME}>Not now</a>}
            >
              <BulkFields address={address} />
            </ActionForm>
          )}
        </Card>
      ) : null}
    </>
  );
}
