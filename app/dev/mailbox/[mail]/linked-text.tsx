/** An e-mail's text with its http and https addresses as links. */
export function LinkedText({ text }: { text: string }) {
  // Splitting by a captured pattern puts the addresses at the odd places.
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/);
  let offset = 0;
  return parts.map((part, index) => {
    const key = offset;
    offset += part.length;
    if (index % 2 === 0) return <span key={key}>{part}</span>;
    return (
      <a key={key} href={part} rel="noreferrer">
        {part}
      </a>
    );
  });
}
