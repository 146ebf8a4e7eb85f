/** What the marks do in the texts of a prospectus (lib/markdown.ts). */
export function MarkdownHelp() {
  return (
    <details className="my-4 max-w-prose">
      <summary>How to write lists, links and headings</summary>
      <dl className="summary-list mt-2">
        <div>
          <dt>New paragraph</dt>
          <dd>Leave a line empty.</dd>
        </div>
        <div>
          <dt>Bold</dt>
          <dd>
            <code>**75 hours**</code>
          </dd>
        </div>
        <div>
          <dt>List</dt>
          <dd>
            Each line begins with <code>- </code>, or with <code>1. </code> where it is counted.
          </dd>
        </div>
        <div>
          <dt>Link</dt>
          <dd>
            <code>[the DfE's page](https://www.gov.uk/…)</code> or{" "}
            <code>[npq@ucl.ac.uk](mailto:npq@ucl.ac.uk)</code>
          </dd>
        </div>
        <div>
          <dt>Heading</dt>
          <dd>
            <code># Inside the section</code>
          </dd>
        </div>
        <div>
          <dt>Not possible</dt>
          <dd>Pictures and HTML: tags are shown as they are typed.</dd>
        </div>
      </dl>
    </details>
  );
}
