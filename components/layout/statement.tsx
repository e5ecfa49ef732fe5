/** A text in parts, each with a heading, such as the privacy statement. */
export function Statement({ parts }: { parts: readonly { heading: string; text: string }[] }) {
  return (
    <div className="space-y-8">
      {parts.map((part) => (
        <section key={part.heading}>
          <h2>{part.heading}</h2>
          <p className="mt-2 max-w-prose">{part.text}</p>
        </section>
      ))}
    </div>
  );
}
