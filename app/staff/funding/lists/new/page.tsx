import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { UploadForm } from "@/components/funding/upload-form";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/session";
import { canKeepLists } from "@/lib/funding/policy";
import { submitList } from "../../actions";

const TITLE = "Upload a list";

export default async function NewListPage() {
  if (!canKeepLists(await requireStaff("/staff/funding/lists/new"))) notFound();
  return (
    <div className="max-w-prose">
      <PageHeading
        title={TITLE}
        caption="Schools or trusts, as a CSV file"
        back={{ href: "/staff/funding", label: "Funding" }}
      />
      <UploadForm action={submitList} title={TITLE} formKey={randomUUID()} />
      <details className="my-6">
        <summary>What the file has to look like</summary>
        <div className="prose mt-2">
          <p>
            The first line has the headings, in any order: <strong>URN</strong> (six digits) or{" "}
            <strong>UKPRN</strong> (eight), <strong>List name</strong>, <strong>Valid from</strong> and{" "}
            <strong>Valid to</strong>, which may stay empty. Other columns are not read. Days are written
            2026-09-01 or 01/09/2026; both count in full.
          </p>
          <pre className="overflow-x-auto">
            URN,List name,Valid from,Valid to{"\n"}900001,Priority areas 2026–27,2026-09-01,2027-08-31
          </pre>
          <p>
            One wrong line, and nothing is changed. What is on the lists already is not entered again. Of the
            file, only the entries are kept.
          </p>
        </div>
      </details>
    </div>
  );
}
