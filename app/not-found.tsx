import type { Metadata } from "next";
import { Shell } from "@/components/layout/shell";
import { TextPage } from "@/components/layout/text-page";
import { Still } from "@/components/ui/still";

export const metadata: Metadata = { title: "Page not found" };

/** Next sends this along with every page, in case it is needed: as one piece of text, which costs little. */
export default function NotFoundPage() {
  return (
    <Still>
      <Shell area="public" current="">
        <TextPage title="Page not found">
          <p>
            If you typed the address, check it. If you followed a link, the page may have moved, or it may
            belong to somebody else’s account.
          </p>
          <p>
            Go to the <a href="/">home page</a>, or <a href="/sign-in">sign in</a> and start from there. If
            you cannot find what you need, write to <a href="mailto:npq@ucl.ac.uk">npq@ucl.ac.uk</a>.
          </p>
        </TextPage>
      </Shell>
    </Still>
  );
}
