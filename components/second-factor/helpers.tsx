import { Reach } from "#components/ui/person";
import type { Helper } from "#lib/people/queries";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

/** Whom to ask when telephone and recovery codes are gone, and how to reach them. */
export function Helpers({ helpers }: { helpers: readonly Helper[] }) {
  if (helpers.length === 0) return <p>{texts.noHelper}</p>;
  return (
    <ul aria-label={texts.helpers} className="space-y-3">
      {helpers.map(({ id, name, consortium, phone, email }) => (
        <li key={id}>
          <p className="font-semibold">{texts.helper(name, consortium)}</p>
          <Reach name={name} phone={phone} email={email} />
        </li>
      ))}
    </ul>
  );
}
