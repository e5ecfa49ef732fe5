import { secondFactorTexts as texts } from "#lib/texts/second-factor";

/** Recovery codes to print or to copy by hand, in two columns where there is room. */
export function RecoveryCodeList({ codes }: { codes: readonly string[] }) {
  return (
    <ol aria-label={texts.codes} className="grid max-w-md list-none grid-cols-1 gap-x-10 gap-y-1 rounded-lg border border-rule bg-sheet px-5 py-4 @md:grid-cols-2">
      {codes.map((code) => (
        <li key={code} className="py-1 font-mono text-lg tracking-wide">
          {code}
        </li>
      ))}
    </ol>
  );
}
