import type { Route } from "next";
import type { ReactNode } from "react";
import { Section } from "#components/layout/section";
import { DefinitionList } from "#components/ui/definition-list";
import { InternalLink } from "#components/ui/link";
import type { FollowUp, Told } from "#lib/follow-up/lines";
import { followUpTexts as texts } from "#lib/texts/follow-up";

const LINK = "inline-flex min-h-11 items-center font-semibold";

/** Whether parents and pupil heard what the team thought. */
export function FeedbackSection({ followUp: { parentsTold, pupilTold }, isOpen, changeAt, said }: { followUp: FollowUp; isOpen: boolean; changeAt: Route; said: ReactNode }) {
  return (
    <Section
      id="feedback"
      said={said}
      title={texts.feedback}
      action={
        isOpen && (
          <InternalLink href={changeAt} className={LINK}>
            {texts.changeFeedback}
          </InternalLink>
        )
      }
    >
      <DefinitionList
        items={[
          { term: texts.parentsTold, description: told(parentsTold) },
          { term: texts.pupilTold, description: told(pupilTold) },
        ]}
      />
    </Section>
  );
}

/** What went well and what was learnt; it stays when the text of the casus is erased. */
export function LessonSection({ lesson: { success, lesson }, changeAt, said }: { lesson: { success: string | null; lesson: string | null }; changeAt: Route; said: ReactNode }) {
  const isEmpty = success === null && lesson === null;
  return (
    <Section
      id="lesson"
      said={said}
      title={texts.lessons}
      action={
        <InternalLink href={changeAt} className={LINK}>
          {isEmpty ? texts.writeLesson : texts.changeLesson}
        </InternalLink>
      }
    >
      {isEmpty ? (
        <p className="max-w-prose text-ink-soft">{texts.noLessons}</p>
      ) : (
        <div className="max-w-prose">
          <DefinitionList
            items={[
              { term: texts.success, description: success },
              { term: texts.lesson, description: lesson },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

function told(given: Told | null): string {
  return given ? texts.toldBy(given.on, given.by.name) : texts.notTold;
}
