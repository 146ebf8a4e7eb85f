/** "National Professional Qualification": the qualification's name, where the programme's title stands beside it. */
export function kindOf({ qualification, title }: { qualification: string; title: string }): string {
  const tail = ` for ${title}`;
  return qualification.endsWith(tail) ? qualification.slice(0, -tail.length) : qualification;
}
