import type { ContactChoice } from "@/lib/enquiries/views";

type Reply = { email: string; hours: number; about: string[] };

/** How the provider is reached: by e-mail, how soon there is an answer, and what does not help. */
export function ContactFacts({
  choices,
  email,
  hours,
}: {
  choices: ContactChoice[];
  email: string;
  hours: number;
}) {
  const promises = promisesOf(choices, { email, hours, about: [] });
  return (
    <>
      {promises.map((each) => (
        <p key={`${each.email} ${each.hours}`}>
          {promises.length > 1 ? `${each.about.join(", ")}: ` : "Rather write yourself? "}
          <a href={`mailto:${each.email}`}>{each.email}</a>, answered within {each.hours} hours.
        </p>
      ))}
      <p>
        Contact is by e-mail only. Please do not telephone other departments or the UCL switchboard: they
        cannot help with questions about an NPQ or the ECF.
      </p>
      <p className="text-muted">
        UCL Centre for Educational Leadership, Department of Learning and Leadership, IOE (UCL’s Faculty of
        Education and Society), University College London, 20 Bedford Way, London WC1H 0AL.
      </p>
    </>
  );
}

/** Each address with its promise once, with the programmes it is for. */
function promisesOf(choices: ContactChoice[], otherwise: Reply): Reply[] {
  const promises: Reply[] = [];
  for (const { contactEmail, contactReplyHours, shortName } of choices) {
    const same = promises.find(({ email, hours }) => email === contactEmail && hours === contactReplyHours);
    if (same) same.about.push(shortName);
    else promises.push({ email: contactEmail, hours: contactReplyHours, about: [shortName] });
  }
  return promises.length > 0 ? promises : [otherwise];
}
