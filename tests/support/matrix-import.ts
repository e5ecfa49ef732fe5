import { operatorDatabase } from "#lib/db";
import type { DuoRow, ImportReport } from "#lib/schools/schema";
import { nextNumber } from "#tests/support/builders";

/** A school as DUO lists it, that the app does not know yet. */
export function duoSchool(name: string): DuoRow {
  const number = nextNumber();
  const institutionCode = `${String(10 + (number % 90))}QX`;
  return {
    line: 2,
    locationCode: `${institutionCode}${String(Math.floor(number / 90) % 100).padStart(2, "0")}`,
    sector: "PO",
    institutionCode,
    boardCode: null,
    name,
    street: null,
    houseNumber: null,
    postcode: "2033 TZ",
    place: "Duinstede",
    municipalityCode: null,
    municipality: "Duinstede",
    province: null,
    denomination: null,
    phone: null,
    website: null,
    educationTypes: null,
    holidayRegion: "Noord",
  };
}

/** A previewed import of one school, that waits to be confirmed. */
export async function makeSchoolImport(consortiumId: string, createdById: string, name: string): Promise<{ id: string }> {
  const { line: _line, ...school } = duoSchool(name);
  const summary: ImportReport = {
    rows: 1, added: 1, changed: 0, closed: 0, unchanged: 0, withoutConsortium: 0, rejected: [], considered: 1, reopened: 0, closesMany: false,
    elsewhereByPostcode: 0, schoolsWithoutConsortium: [], schoolsElsewhere: [], schoolsHeldOpen: [],
  };
  return operatorDatabase().schoolImport.create({
    data: {
      consortiumId,
      createdById,
      fileName: `${name}.csv`,
      sector: "PO",
      options: { selection: "ALL", municipalities: [] },
      summary,
      changes: { create: { locationCode: school.locationCode, change: "ADDED", name, after: { ...school, consortiumId }, differences: [] } },
    },
    select: { id: true },
  });
}
