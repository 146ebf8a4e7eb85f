import { Notice } from "@/components/ui/notice";
import type { AskedWith } from "@/lib/interest/queries";
import { TOPIC_WORDS } from "@/lib/interest/schema";

/** What somebody who has confirmed is told of, each with the way to leave. */
export function Confirmed({ programme, topics }: AskedWith) {
  return (
    <>
      <Notice tone="done">Thank you: your address is confirmed.</Notice>
      <ul className="stack-list my-6">
        {topics.map(({ topic, leave }) => (
          <li key={topic}>
            We write to you {TOPIC_WORDS[topic].when}.{" "}
            <a href={`/be-told/leave/${leave}`}>
              Leave<span className="sr-only"> the list: {TOPIC_WORDS[topic].label}</span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/programmes/${programme.slug}`}>
          {programme.title} ({programme.shortName})
        </a>
      </p>
    </>
  );
}
