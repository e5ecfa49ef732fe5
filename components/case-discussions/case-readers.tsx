import { Disclosure } from "#components/ui/details";
import { formatDate, type Day } from "#lib/dates";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** Who has read a casus since it was shared, last first; the first few at once, the others folded away. */
export function CaseReaders({ readers }: { readers: readonly { personId: string; name: string; lastReadOn: Day }[] }) {
  const [shown, more] = [readers.slice(0, FIRST), readers.slice(FIRST)];
  return (
    <div className="max-w-prose">
      <Names readers={shown} />
      {more.length > 0 && (
        <Disclosure summary={texts.moreReaders(more.length)}>
          <Names readers={more} />
        </Disclosure>
      )}
    </div>
  );
}

const FIRST = 8;

function Names({ readers }: Parameters<typeof CaseReaders>[0]) {
  return (
    <ul className="space-y-1.5">
      {readers.map(({ personId, name, lastReadOn }) => (
        <li key={personId}>
          {name}
          <span className="text-ink-soft">, {texts.lastRead(formatDate(lastReadOn))}</span>
        </li>
      ))}
    </ul>
  );
}
