import { asOperator } from "#lib/access/transaction";
import { operatorDatabase } from "#lib/db";
import { importConsortia, previewSchoolImport, type PreviewResult } from "#lib/schools/commands";
import { readDuoFile } from "#lib/schools/duo-file";
import type { ImportSelection } from "#lib/schools/schema";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makePerson, makeRole } from "#tests/support/builders";
import { duoCells, duoFile, type DuoCells } from "#tests/support/duo-rows";

type Upload = { consortiumId: string; selection?: ImportSelection; municipalities?: string[]; fileName?: string; columns?: readonly string[] };

/** A samenwerkingsverband with an organiser and an administrator. */
export async function makeImporters(code: string, sector: "PO" | "VO" = "PO") {
  const consortium = await makeConsortium({ code, sector, name: `Samenwerkingsverband ${code}` });
  const [organiser, administrator] = [await makePerson({ name: "Organisator" }), await makePerson()];
  await makeRole(consortium.id, organiser.id, "ORGANISER");
  await makeRole(consortium.id, administrator.id, "ADMINISTRATOR");
  return { consortium, organiser, administrator };
}

/** Says which samenwerkingsverband for primary education serves each of these four-digit postcodes. */
export async function servePostcodes(codes: Record<string, string>): Promise<void> {
  const areas = Object.entries(codes).map(([digits, primaryCode]) => ({ digits, municipality: "Haarlem", primaryCode, secondaryCode: null }));
  await asOperator((viewer) => importConsortia(viewer, { areas }));
}

/** A file with these schools, as it is read before a command sees it. */
export function readFile(schools: DuoCells[], columns?: readonly string[]) {
  const file = readDuoFile(duoFile(schools.map(duoCells), columns ? { columns } : {}));
  if (!file.ok) throw new Error(`Refused: ${file.problem}`);
  return file;
}

/** Previews an import of a file with these schools, as somebody. */
export async function preview(personId: string, schools: DuoCells[], upload: Upload): Promise<PreviewResult> {
  const { columns, ...choices } = upload;
  const file = readFile(schools, columns);
  return asPerson(personId, (viewer) => previewSchoolImport(viewer, { selection: "ALL", municipalities: [], fileName: "vestigingen.csv", ...choices, file }));
}

/** The id of a preview that was made. */
export function idOf(result: PreviewResult): string {
  if (!result.ok) throw new Error(`Refused: ${result.problem}`);
  return result.importId;
}

/** Every school as the database has it, by code, to show that nothing changed. */
export async function allSchools() {
  return operatorDatabase().school.findMany({ orderBy: { locationCode: "asc" } });
}
