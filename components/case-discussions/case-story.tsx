import type { Route } from "next";
import type { ReactNode } from "react";
import { CaseSettingList } from "#components/case-discussions/case-setting";
import { fieldId } from "#components/forms/field-parts";
import { CaseCircle } from "#components/opportunity-circle/case-circle";
import { Arrival, arrivalId } from "#components/layout/arrival";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { CaseAnswers, CaseSetting } from "#lib/case-discussions/answers";
import type { CaseSection } from "#lib/case-discussions/rules";
import type { CasePart } from "#lib/case-discussions/schema";
import type { CaseCircle as CaseCircleColumns } from "#lib/opportunity-circle/marks";
import { caseOverviewTexts as overviewTexts, casePageTexts as texts, partNames } from "#lib/texts/case-discussions";

type CaseStoryProps = {
  answers: CaseAnswers;
  setting: CaseSetting;
  circle: CaseCircleColumns;
  /** The pages that do not open. */
  unreadable: readonly CasePart[];
  /** In words. */
  stage: string | null;
  /** The fields that still need an answer. */
  missing?: readonly string[];
  /** Where each page is changed; absent when nothing can be changed any more. */
  changeAt?: (part: CasePart) => Route;
  /** What just happened to one of the pages. */
  says?: (section: CaseSection) => ReactNode;
};

/** What was written about a casus, page by page: the question first and large. */
export function CaseStory(story: CaseStoryProps) {
  const { answers, setting, circle } = story;
  return (
    <div className="space-y-8">
      <Page {...story} part="QUESTION" section="question" title={texts.question} fields={["question"]}>
        {answers.question && <p className="text-xl leading-snug font-semibold wrap-anywhere">{answers.question}</p>}
      </Page>
      <Page {...story} part="GOES_WELL" section="goes-well" title={texts.goesWell} fields={["goesWell"]}>
        <Paragraphs text={answers.goesWell} />
      </Page>
      <Page {...story} part="SITUATION" section="situation" title={texts.situation} fields={["situation"]}>
        <Paragraphs text={answers.situation} />
      </Page>
      <Page {...story} part="SETTING" section="setting" title={partNames.SETTING} fields={["stage", "theme", "lifeDomains", "since"]}>
        <CaseSettingList {...story} />
        {story.changeAt && <UnknownDomains lifeDomains={setting.lifeDomains} />}
      </Page>
      <Page {...story} part="VOICES" section="voices" title={texts.parents} fields={["parents", "parentsText"]} isChosen={answers.parents === "NOT_ASKED"}>
        <Voice hearing={answers.parents} text={answers.parentsText} />
      </Page>
      <Page {...story} part="VOICES" title={texts.pupil} fields={["pupil", "pupilText"]} isChosen={answers.pupil === "NOT_ASKED"}>
        <Voice hearing={answers.pupil} text={answers.pupilText} />
      </Page>
      <Page {...story} part="PARENTS_INFORMED" section="parents-informed" title={texts.parentsInformed} fields={["parentsInformed", "parentsInformedWhy"]} isChosen={setting.parentsInformed === false}>
        {setting.parentsInformed === true && <p>{texts.parentsKnow}</p>}
        {setting.parentsInformed === false && <Introduced words={texts.parentsDoNotKnow} text={answers.parentsInformedWhy} />}
      </Page>
      <Page {...story} part="NEEDED" section="needed" title={texts.needed} fields={[]}>
        {answers.needed ? <Paragraphs text={answers.needed} /> : <p className="text-ink-soft">{texts.noAnswer}</p>}
      </Page>
      <Page {...story} part="CIRCLE" section="opportunity-circle" title={partNames.CIRCLE} fields={[]} wide>
        <CaseCircle {...circle} lines={answers} />
      </Page>
    </div>
  );
}

type PageProps = Pick<CaseStoryProps, "unreadable" | "missing" | "changeAt" | "says"> & { part: CasePart; title: string; fields: readonly string[]; section?: CaseSection; isChosen?: boolean; wide?: boolean; children: ReactNode };

/** One question with its answer, and the way to change it. `section` is where its page is led to: of one with two questions the first. When something `isChosen`, only its reason can be missing. */
function Page({ part, title, fields, section, isChosen, wide, unreadable, missing = [], changeAt, says, children }: PageProps) {
  const said = section && says?.(section);
  const lacking = fields.filter((field) => missing.includes(field));
  const isLacking = lacking.length > 0 && !unreadable.includes(part);
  return (
    <section className={wide ? undefined : "max-w-prose"}>
      {/* The error summary of the form below leads here. */}
      {lacking.map((field) => (
        <span key={field} id={fieldId(field)} />
      ))}
      <div className="flex flex-wrap items-baseline justify-between gap-x-5">
        <h3 id={section} tabIndex={section === undefined ? undefined : -1} aria-describedby={section && said ? arrivalId(section) : undefined} className="text-base text-ink-soft">
          {title}
        </h3>
        {changeAt && !unreadable.includes(part) && (
          <InternalLink href={changeAt(part)} className="-my-2 inline-flex min-h-11 items-center text-sm print:hidden" label={isLacking ? overviewTexts.fillInOf(title) : texts.changeOf(title)} plain>
            {isLacking ? overviewTexts.fillIn : texts.change}
          </InternalLink>
        )}
      </div>
      {section && said && (
        <div className="my-3">
          <Arrival part={section}>{said}</Arrival>
        </div>
      )}
      <div className="mt-1">{unreadable.includes(part) ? <p className="text-ink-soft">{texts.unreadable}</p> : children}</div>
      {isLacking && (
        <p className="mt-1">
          <Badge tone="attention">{isChosen ? overviewTexts.missingWhy : overviewTexts.missing}</Badge>
        </p>
      )}
    </section>
  );
}

/** While it can still be filled in: of which parts of a life nothing is known. */
function UnknownDomains({ lifeDomains }: Pick<CaseSetting, "lifeDomains">) {
  const unknown = texts.unknownDomains(lifeDomains);
  return unknown && <p className="mt-2 text-ink-soft">{unknown}</p>;
}

// Without its reason the choice is an answer too.
function Voice({ hearing, text }: { hearing: string | undefined; text: string | undefined }) {
  if (hearing === "NOT_ASKED") return <Introduced words={texts.notAsked} text={text} />;
  return <Paragraphs text={text} />;
}

function Introduced({ words, text }: { words: string; text: string | undefined }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      <span className="text-ink-soft">{words}</span> {text}
    </p>
  );
}

function Paragraphs({ text }: { text: string | undefined }) {
  return text ? <p className="whitespace-pre-wrap wrap-anywhere">{text}</p> : null;
}
