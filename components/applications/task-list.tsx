import { Tag, type TagTone } from "@/components/ui/tag";
import type { Section, TaskState } from "@/lib/applications/sections";

const STATES: Record<TaskState, { word: string; tone: TagTone }> = {
  not_started: { word: "not started", tone: "muted" },
  in_progress: { word: "in progress", tone: "soon" },
  done: { word: "done", tone: "done" },
};

/** The pages of a draft in their sections, each with how far it has come and what is missing where it was begun. */
export function TaskList({ sections, editBase }: { sections: Section[]; editBase: string }) {
  return sections.map(({ key, title, tasks }, index) => (
    <section key={key} className="task-section" aria-labelledby={`tasks-${key}`}>
      <h2 id={`tasks-${key}`}>
        <span className="task-number">{index + 1}.</span> {title}
      </h2>
      <ul className="task-list">
        {tasks.map(({ step, title: name, state, gaps }) => (
          <li key={step}>
            <div>
              <a href={`${editBase}/${step}`} aria-describedby={`state-${step}`}>
                {name}
              </a>
              {state === "in_progress" ? (
                <small>Still to fill in: {gaps.map(({ what }) => what).join(", ")}</small>
              ) : null}
            </div>
            <span id={`state-${step}`}>
              <Tag tone={STATES[state].tone}>{STATES[state].word}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
