import type { Route } from "next";
import { moveFunctionAction } from "#app/(signed-in)/settings/actions";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { FunctionTable } from "#components/consortia/function-table";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { sectors } from "#lib/consortia/kinds";
import { listFunctions } from "#lib/consortia/queries";
import { consortiumSearchSchema, directions } from "#lib/consortia/schema";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { consortiumTexts, functionTexts as texts } from "#lib/texts/consortia";

async function FunctionsPage({ searchParams }: PageProps<"/settings/functions">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, functions } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "team-function:manage", search.in);
    const listed = await listFunctions(viewer, chosen.consortiumId);
    return { choice: chosen, functions: listed.map((each) => ({ ...each, formKeys: { UP: newFormKey(viewer.person.id), DOWN: newFormKey(viewer.person.id) } })) };
  });
  const title = choice.all.length > 1 ? texts.titleIn(choice.consortiumName) : texts.title;
  const add = <LinkButton href={inConsortium("/settings/functions/new", choice) as Route}>{texts.add}</LinkButton>;
  const shown = sectors.filter((sector) => functions.some((each) => each.sector === sector));
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} breadcrumbs={[{ href: inConsortium("/settings", choice) as Route, label: texts.settings }]} lead={texts.lead} action={add} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/functions" {...choice} />
      {shown.length === 0 && (
        <EmptyState title={texts.emptyTitle} level={2}>
          <p>{texts.empty}</p>
        </EmptyState>
      )}
      <Sections>
        {shown.map((sector) => {
          const list = functions.filter((each) => each.sector === sector);
          return (
            <Section key={sector} id={sector} title={texts.sectors[sector]} layout="full">
              <FunctionTable caption={texts.caption(texts.sectors[sector])} functions={list} moves={(each, index) => <Moves item={each} isFirst={index === 0} isLast={index === list.length - 1} />} />
            </Section>
          );
        })}
      </Sections>
    </>
  );
}

type MovesProps = { item: { id: string; name: string; formKeys: Record<(typeof directions)[number], string> }; isFirst: boolean; isLast: boolean };

function Moves({ item, isFirst, isLast }: MovesProps) {
  const possible = directions.filter((direction) => (direction === "UP" ? !isFirst : !isLast));
  return (
    <div className="grid w-fit grid-cols-2 gap-x-4">
      {possible.map((direction) => (
        <div key={direction} className={direction === "DOWN" ? "@min-[40rem]:col-start-2" : undefined}>
          <OneButtonForm
            action={moveFunctionAction}
            formKey={item.formKeys[direction]}
            fields={{ functionId: item.id, direction }}
            label={direction === "UP" ? texts.up : texts.down}
            longLabel={texts.moveLabel(item.name)}
          />
        </div>
      ))}
    </div>
  );
}

export default shownPage(FunctionsPage);
