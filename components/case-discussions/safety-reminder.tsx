import { Notice } from "#components/layout/notice";
import { safetyTexts as texts } from "#lib/texts/case-discussions";

/** Where worries about safety belong; calm, and always within reach of who writes a casus. */
export function SafetyReminder() {
  return (
    <Notice tone="neutral" title={texts.title}>
      <p>
        {texts.route} <TelephoneNumber number={texts.safeHome} />
      </p>
      <p>
        {texts.danger} <TelephoneNumber number={texts.emergency} />
      </p>
    </Notice>
  );
}

/** The same in two sentences, where it stands above the question each time. */
export function ShortSafetyReminder() {
  return (
    <div className="border-l-2 border-edge pl-4 text-sm">
      <p>
        {texts.short} <TelephoneNumber number={texts.safeHome} />
      </p>
      <p>
        {texts.danger} <TelephoneNumber number={texts.emergency} />
      </p>
    </div>
  );
}

function TelephoneNumber({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace("-", "")}`} className="font-semibold whitespace-nowrap">
      {number}
    </a>
  );
}
