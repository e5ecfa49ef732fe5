import { Notice } from "#components/layout/notice";
import { Section } from "#components/layout/section";
import { Badge } from "#components/ui/badge";
import { CaseSettingList } from "#components/case-discussions/case-setting";
import { CaseCircle } from "#components/opportunity-circle/case-circle";
import type { CaseSetting } from "#lib/case-discussions/answers";
import type { Day } from "#lib/dates";
import type { CaseCircle as CaseCircleColumns } from "#lib/opportunity-circle/marks";
import { casePageTexts } from "#lib/texts/case-discussions";
import { caseErasureTexts as texts } from "#lib/texts/case-retention";

/** That the text of a casus is gone, since when and why. */
export function ErasedNotice({ erasedOn, wasStopped }: { erasedOn: Day; wasStopped: boolean }) {
  return (
    <Notice tone="neutral" title={texts.erasedTitle(erasedOn)}>
      <p>{wasStopped ? texts.erasedAfterStop : texts.erasedInTime}</p>
      <p>{texts.remainsNote}</p>
    </Notice>
  );
}

type RemainsProps = { setting: CaseSetting; circle: CaseCircleColumns; stage: string | null };

/** What is left of a casus without its text: what was chosen, and how the kansencirkel stood. */
export function ErasedRemains({ setting, circle, stage }: RemainsProps) {
  return (
    <Section title={texts.remains} note={<Badge>{casePageTexts.states.ERASED}</Badge>}>
      <div className="space-y-8">
        <div className="max-w-prose">
          <CaseSettingList setting={setting} stage={stage} />
        </div>
        <div>
          <h3 className="mb-1 text-base text-ink-soft">{texts.circle}</h3>
          <CaseCircle {...circle} lines={{}} />
        </div>
      </div>
    </Section>
  );
}
