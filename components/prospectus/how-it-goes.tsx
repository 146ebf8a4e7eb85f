const STEPS = [
  {
    title: "Read",
    text: "The prospectus answers the questions people ask first. The route map shows what each month asks.",
  },
  {
    title: "Apply",
    text: "You sign in by a link sent to your e‑mail address. Your answers are kept as you go, so you can stop and come back.",
  },
  {
    title: "Answer an offer",
    text: "You have a reference and an e‑mail at each step. When you accept a place, you are enrolled at once.",
  },
  {
    title: "Follow your route map",
    text: "Your page says what is next, what is done, and how your engagement stands against what the assessment asks for.",
  },
];

/** From reading about a programme to taking part in it, in four steps. */
export function HowItGoes() {
  return (
    <section className="mt-14" aria-labelledby="how-title">
      <h2 id="how-title" className="mb-5">
        How it goes
      </h2>
      <ol className="steps">
        {STEPS.map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
