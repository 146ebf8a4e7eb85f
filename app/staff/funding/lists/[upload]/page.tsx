import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { TableScroll } from "@/components/ui/table-scroll";
import { TakeOut } from "@/components/ui/take-out";
import { shortDate } from "@/lib/dates";
import { takeListAway } from "../../actions";
import { findUpload } from "../../find";

export const metadata: Metadata = { title: "An uploaded list" };

type Props = { params: Promise<{ upload: string }>; searchParams: Promise<{ done?: string | string[] }> };

export default async function UploadPage({ params, searchParams }: Props) {
  const { id, fileName, entries, by, at, lists, some } = await findUpload((await params).upload);
  const { done } = await searchParams;
  return (
    <>
      <PageHeading
        title={<span className="break-words">{fileName}</span>}
        caption={`Uploaded by ${by} on ${at}`}
        back={{ href: "/staff/funding", label: "Funding" }}
      />
      {done === "saved" ? (
        <div className="mb-5">
          <Notice tone="done">The file is taken. “Is it for me?” goes by it from now on.</Notice>
        </div>
      ) : null}
      <ul className="mb-5 list-disc pl-6">
        {lists.map((list) => (
          <li key={list.name}>
            {list.name}: {list.entries.toLocaleString("en-GB")} {list.entries === 1 ? "entry" : "entries"}
          </li>
        ))}
      </ul>
      <TableScroll label="Entries of the list" className="mb-8">
        <table className="data-table">
          <caption>{entries > some.length ? `The first ${some.length} of ${entries}` : "All of it"}</caption>
          <thead>
            <tr>
              <th scope="col">School or trust</th>
              <th scope="col">List</th>
              <th scope="col">Valid</th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ number, listName, validFrom, validTo }) => (
              <tr key={`${number} ${listName} ${validFrom}`}>
                <th scope="row">{number}</th>
                <td>{listName}</td>
                <td>
                  {shortDate(validFrom)} {validTo ? `to ${shortDate(validTo)}` : "on"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <div className="mb-8">
        <TakeOut list="funding-entries" query={{ upload: id }} what="all of it" />
      </div>
      <section className="card max-w-prose" aria-labelledby="away">
        <h2 id="away">Take the whole file away</h2>
        <p className="mb-4">
          All its entries come off the lists at once. Lines of a later file that were there already through
          this one go with it: upload that file again.
        </p>
        <ActionForm action={takeListAway.bind(null, id)} submitLabel="Take it away" submitVariant="warning" />
      </section>
    </>
  );
}
