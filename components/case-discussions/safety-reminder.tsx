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

function TelephoneNumber({ number }: { number: string }) {
  return (
    <a href={`tel:${number.replace("-", "")}`} className="font-semibold whitespace-nowrap">
      {number}
    </a>
  );
}
