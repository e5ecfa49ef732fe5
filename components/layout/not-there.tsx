import { PageHeading } from "#components/layout/page-heading";
import { LinkButton } from "#components/ui/button";
import { errorTexts } from "#lib/texts/errors";

/** What stands where a page is not, or not for this reader: the two look the same. */
export function NotThere() {
  return (
    <>
      <title>{errorTexts.notFoundTitle}</title>
      <PageHeading title={errorTexts.notFoundTitle} lead={errorTexts.notFoundLead} />
      <LinkButton href="/">{errorTexts.toHome}</LinkButton>
    </>
  );
}
