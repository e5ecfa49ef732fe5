import type { ReactNode } from "react";
import { Disclosure } from "#components/ui/details";
import { secondFactorTexts as texts } from "#lib/texts/second-factor";

/** The first step: an app to show the codes. `begin` is the form that goes on to the second. */
export function GetApp({ begin }: { begin: ReactNode }) {
  return (
    <section className="space-y-4">
      <StepHeading step={1} title={texts.app} />
      <p>{texts.haveApp}</p>
      <p>{texts.getApp}</p>
      <div className="pt-3">{begin}</div>
    </section>
  );
}

type ConnectAppProps = {
  qrCode: { size: number; path: string };
  /** The address that opens the app on the telephone itself. */
  address: string;
  /** In groups of four. */
  keyGroups: string;
  form: ReactNode;
  again: ReactNode;
};

/** The second step: the picture to scan, the key for who cannot, and the form for the first code. */
export function ConnectApp({ qrCode, address, keyGroups, form, again }: ConnectAppProps) {
  return (
    <section className="space-y-6">
      <StepHeading step={2} title={texts.connect} />
      <ol className="list-decimal space-y-1.5 pl-6">
        {texts.connectSteps.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <QrPicture {...qrCode} />
      <p className="flex flex-wrap items-center gap-x-2">
        <span>{texts.onThisPhone}</span>
        <a href={address} className="inline-flex min-h-11 items-center font-semibold">
          {texts.openApp}
        </a>
      </p>
      <Disclosure summary={texts.cannotScan}>
        <p>{texts.typeKey}</p>
        <p className="font-mono text-lg tracking-wide break-words">{keyGroups}</p>
        {again}
      </Disclosure>
      {form}
    </section>
  );
}

function StepHeading({ step, title }: { step: number; title: string }) {
  return (
    <div>
      <p className="text-ink-soft">{texts.step(step)}</p>
      <h2 className="mt-1">{title}</h2>
    </div>
  );
}

/** Black on white whatever the colours of the page are: a telephone has to read it. */
function QrPicture({ size, path }: { size: number; path: string }) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={texts.qrCode} shapeRendering="crispEdges" className="w-60 max-w-full rounded-lg border border-rule forced-color-adjust-none">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
