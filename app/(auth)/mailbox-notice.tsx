import { Notice } from "@/components/ui/notice";
import { mailboxIsOpen } from "@/lib/email/mailbox";

/** In the demo, says where e-mails arrive; nothing anywhere else. */
export function MailboxNotice() {
  if (!mailboxIsOpen()) return null;
  return (
    <div className="mt-8">
      <Notice tone="info" title="This is a demonstration">
        No e-mail leaves it: every message arrives in <a href="/dev/mailbox">the demonstration’s mailbox</a>.
      </Notice>
    </div>
  );
}
