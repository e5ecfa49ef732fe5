import { DefinitionList } from "#components/ui/definition-list";
import type { CaseSetting } from "#lib/case-discussions/answers";
import { caseChoices, casePageTexts as texts } from "#lib/texts/case-discussions";

/** What was chosen about a casus. `stage` comes in words. */
export function CaseSettingList({ setting: { kind, theme, lifeDomains, since }, stage }: { setting: CaseSetting; stage: string | null }) {
  const items = [
    { term: texts.kindShort, description: caseChoices.kind[kind] },
    { term: texts.stageShort, description: stage },
    { term: texts.themeShort, description: theme && caseChoices.theme[theme] },
    { term: texts.lifeDomains, description: lifeDomains.map((domain) => caseChoices.lifeDomains[domain]).join(", ") },
    { term: texts.since, description: since && caseChoices.since[since] },
  ];
  return <DefinitionList items={items} />;
}
