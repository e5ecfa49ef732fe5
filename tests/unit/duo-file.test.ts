import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consortiumCodeOf, maxConsortiumFileBytes, readConsortiumFile } from "#lib/schools/consortium-file";
import { decodeText, readCsv } from "#lib/schools/csv-file";
import { maxDuoFileBytes, maxDuoRows, phoneDigits, postcodeOf, readDuoFile, webAddress } from "#lib/schools/duo-file";
import { municipalityKey, municipalityName, placeName } from "#lib/schools/place-names";
import { duoSchoolSchema, rejectionReasons, type DuoRow, type RejectedRow } from "#lib/schools/schema";
import { schoolTexts } from "#lib/texts/schools";
import { boColumns, duoCells, duoFile, encode, voColumns, type DuoCells } from "#tests/support/duo-rows";

const meerpaal: DuoRow = {
  line: 2,
  locationCode: "98AA00",
  sector: "PO",
  institutionCode: "98AA",
  boardCode: "99001",
  name: "Basisschool De Meerpaal",
  street: "Verzonnen Kade",
  houseNumber: "12-A",
  postcode: "2033 TZ",
  place: "Haarlem",
  municipalityCode: "0392",
  municipality: "Haarlem",
  province: "Noord-Holland",
  denomination: "Openbaar",
  phone: "0235550100",
  website: "https://www.demeerpaal.example",
  educationTypes: null,
  holidayRegion: "Noord",
};

function readRows(bytes: Uint8Array, fileName?: string): { sector: string; rows: DuoRow[]; rejected: RejectedRow[] } {
  const file = readDuoFile(bytes, fileName);
  if (!file.ok) throw new Error(`Refused: ${file.problem}`);
  return file;
}

function readOne(cells: DuoCells): DuoRow {
  const { rows } = readRows(duoFile([duoCells(cells)]));
  if (rows[0] === undefined) throw new Error("Rejected");
  return rows[0];
}

function rejectionOf(cells: DuoCells): RejectedRow[] {
  return readRows(duoFile([duoCells({ VESTIGINGSCODE: "98ZZ00" }), duoCells(cells)])).rejected;
}

describe("the form DUO publishes", () => {
  test("a row becomes a school, in our spelling", () => {
    expect(readRows(duoFile([duoCells()]))).toEqual({ ok: true, sector: "PO", rows: [meerpaal], rejected: [] });
  });

  test("what is read fits the schema with which it comes back from the database", () => {
    const { rows } = readRows(duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AA01", TELEFOONNUMMER: " ", INTERNETADRES: " " })]));
    for (const { line: _, ...school } of rows) expect(duoSchoolSchema.parse(school)).toEqual(school);
  });

  test("a blank cell is one space and means nothing is known", () => {
    const blank = { "BEVOEGD GEZAG NUMMER": " ", "HUISNUMMER-TOEVOEGING": " ", TELEFOONNUMMER: " ", INTERNETADRES: " ", DENOMINATIE: " " };
    expect(readOne(blank)).toMatchObject({ boardCode: null, houseNumber: null, phone: null, website: null, denomination: null });
  });

  test("the 31 columns, windows-1252 and CRLF of the real file are what the tests write", () => {
    const bytes = duoFile([duoCells({ VESTIGINGSNAAM: "’t Kompas" })]);
    expect(boColumns).toHaveLength(31);
    expect(bytes).toContain(0x92);
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/;VAKANTIEREGIO\r\n.*;Noord\r\n$/s);
  });
});

describe("files that were saved by another program", () => {
  const name = "Dalton ’t Oelebröd; “de Fûgel”";
  for (const encoding of ["windows-1252", "utf-8", "utf-8-bom", "utf-16le"] as const) {
    for (const separator of [";", ",", "\t"] as const) {
      for (const newline of ["\r\n", "\n", "\r"] as const) {
        test(`${encoding}, separated by ${JSON.stringify(separator)}, lines ending in ${JSON.stringify(newline)}`, () => {
          const schools = [duoCells({ VESTIGINGSNAAM: name }), duoCells({ VESTIGINGSCODE: "98AB00" })];
          const { rows, rejected } = readRows(duoFile(schools, { encoding, separator, newline }));
          expect(rows.map((row) => [row.line, row.name])).toEqual([[2, name], [3, meerpaal.name]]);
          expect(rejected).toEqual([]);
        });
      }
    }
  }

  test("every byte of windows-1252 is read as Windows means it, on any version of Node", () => {
    const characters = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡ÿ";
    const bytes = Buffer.from("808283848586878889" + "8a8b8c8e9192939495" + "969798999a9b9c9e9f" + "20a1ff", "hex");
    expect(decodeText(bytes)).toBe(characters);
  });

  test("accents of UTF-8 that came in two pieces are put together", () => {
    const bytes = duoFile([duoCells({ VESTIGINGSNAAM: "De Bo\u0301g\u200b" })], { encoding: "utf-8" });
    expect(readRows(bytes).rows[0]?.name).toBe("De Bóg");
  });

  test("doubled quotes, separators, double spaces and line endings inside quotes are part of the name", () => {
    expect(readOne({ VESTIGINGSNAAM: 'Basisschool "De Parel"' }).name).toBe('Basisschool "De Parel"');
    expect(readOne({ VESTIGINGSNAAM: "Basisschool;  De\r\nParel" }).name).toBe("Basisschool; De Parel");
  });

  test("a quote in the middle of an unquoted name is just a quote", () => {
    const bytes = encode(Buffer.from(duoFile([duoCells()])).toString("latin1").replace("De Meerpaal", 'De "Meer" paal'), "windows-1252");
    expect(readRows(bytes).rows[0]?.name).toBe('Basisschool De "Meer" paal');
  });

  test("columns are found by name, in any order, in small letters, with underscores, under their older names", () => {
    const older: Record<string, string> = { INSTELLINGSCODE: "Instellingencode", VESTIGINGSCODE: "vestigingsnummer", GEMEENTENUMMER: "gemeentecode" };
    const columns = [...boColumns].reverse();
    const header = columns.map((column) => older[column] ?? column.toLowerCase().replaceAll(/[ -]/g, "_")).join(";");
    const cells = duoCells();
    const bytes = encode(`${header}\n${columns.map((column) => cells[column] ?? " ").join(";")}\n`, "utf-8");
    expect(readRows(bytes).rows).toEqual([meerpaal]);
  });

  test("empty lines and lines of empty cells are passed over, and lines are counted as an editor counts them", () => {
    const schools = [duoCells({ VESTIGINGSNAAM: "Twee\nregels" }), duoCells({ VESTIGINGSCODE: "98AB00" })];
    const text = Buffer.from(duoFile(schools, { newline: "\n" })).toString("latin1").split("\n");
    const bytes = encode([text[0], "", text[1], text[2], ";".repeat(30), text[3], "", ""].join("\n"), "windows-1252");
    expect(readRows(bytes).rows.map((row) => row.line)).toEqual([3, 6]);
  });

  test("a leading zero that a spreadsheet took from the municipality's number is put back", () => {
    expect(readOne({ GEMEENTENUMMER: "392" }).municipalityCode).toBe("0392");
  });
});

describe("separated values", () => {
  test("whatever the cells hold, they come back as they were, each record on its own line", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ë", '"', ";", ",", " ", "\t", "\n", "\r\n"), maxLength: 6 });
    const rows = fc.array(fc.tuple(fc.constantFrom("x"), cell, cell), { maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom(";", ",", "\t"), fc.constantFrom("\r\n", "\n"), (cells, separator, newline) => {
        const lines = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
        const text = [["k1", "k2", "k3"].join(separator), ...lines].join(newline) + newline;
        const file = readCsv(encode(text, "utf-8"), 10);
        if (!file.ok) throw new Error(file.problem);
        expect(file.records.map(({ fields }) => fields)).toEqual(cells);
        const starts = lines.map((_, index) => 2 + lines.slice(0, index).join(newline).split(/\r?\n/).length - (index === 0 ? 1 : 0));
        expect(file.records.map(({ line }) => line)).toEqual(starts);
      }),
    );
  });

  test("a damaged file gets an answer, never an exception, and what is read of it fits the schema", () => {
    const whole = duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AB00", VESTIGINGSNAAM: 'De "P"' })]);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 8 }), (from, length, damage) => {
        const file = readDuoFile(Buffer.concat([whole.subarray(0, from), damage, whole.subarray(from + length)]));
        if (file.ok) file.rows.forEach((row) => duoSchoolSchema.parse(row));
        else expect(schoolTexts.fileProblem(file)).toMatch(/\.$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the sector", () => {
  test("a list with ONDERWIJSSTRUCTUUR after INTERNETADRES is secondary education", () => {
    const { sector, rows } = readRows(duoFile([duoCells({ ONDERWIJSSTRUCTUUR: "HAVO/VWO" })], { columns: voColumns }));
    expect(sector).toBe("VO");
    expect(rows[0]).toEqual({ ...meerpaal, sector: "VO", educationTypes: "HAVO/VWO" });
  });

  test("a list with a kind of special education or a cluster is special education", () => {
    for (const column of ["SOORT PRIMAIR ONDERWIJS", "SOORT_PO", "CLUSTER"]) {
      expect(readRows(duoFile([duoCells({ [column]: "SBO" })], { columns: [...boColumns, column] })).sector).toBe("SO");
    }
  });

  test("when the columns cannot tell, DUO's own name for the file of special education can", () => {
    expect(readRows(duoFile([duoCells()]), "09.-alle-vestigingen-sbo-so-en-vso.csv").sector).toBe("SO");
    expect(readRows(duoFile([duoCells()]), "02.-alle-schoolvestigingen-basisonderwijs.csv").sector).toBe("PO");
  });
});

describe("rows that cannot be used", () => {
  const faults: [string, DuoCells, string][] = [
    ["a location code with another form", { VESTIGINGSCODE: "9AAA00" }, "BAD_LOCATION_CODE"],
    ["no name", { VESTIGINGSNAAM: " " }, "NO_NAME"],
    ["a postcode with too few digits", { POSTCODE: "203 TZ" }, "BAD_POSTCODE"],
    ["a postcode that is never given out", { POSTCODE: "2033 SS" }, "BAD_POSTCODE"],
    ["no place", { PLAATSNAAM: " " }, "NO_PLACE"],
    ["no municipality", { GEMEENTENAAM: " " }, "NO_MUNICIPALITY"],
    ["a text of more than 200 characters", { STRAATNAAM: "x".repeat(201) }, "TEXT_TOO_LONG"],
  ];
  for (const [what, cells, reason] of faults) {
    test(`${what} is rejected with its line, the rest is read`, () => {
      const locationCode = cells["VESTIGINGSCODE"] === undefined ? "98AA00" : null;
      expect(rejectionOf(cells)).toEqual([{ line: 3, reason, locationCode }]);
    });
  }

  test("the second row with a location code is rejected", () => {
    expect(rejectionOf({ VESTIGINGSCODE: "98ZZ00" })).toEqual([{ line: 3, reason: "DUPLICATE_LOCATION_CODE", locationCode: "98ZZ00" }]);
  });

  test("a row with too many or too few cells in the middle is rejected", () => {
    const good = Buffer.from(duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AB00" })])).toString("latin1").split("\r\n");
    const bytes = encode([good[0], `${good[1]};more`, good[1]?.slice(0, 40), good[2], ""].join("\r\n"), "windows-1252");
    expect(readRows(bytes).rejected.map(({ line, reason }) => [line, reason])).toEqual([[2, "WRONG_COLUMN_COUNT"], [3, "WRONG_COLUMN_COUNT"]]);
  });

  test("every reason has a sentence", () => {
    for (const reason of rejectionReasons) expect(schoolTexts.rejected[reason]).toMatch(/\.$/);
  });
});

describe("files that are refused as a whole", () => {
  const whole = duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AB00" }), duoCells({ VESTIGINGSCODE: "98AC00", VESTIGINGSNAAM: 'De "P"' })]);

  function problemOf(bytes: Uint8Array): string {
    const file = readDuoFile(bytes);
    if (file.ok) throw new Error("It was read");
    expect(schoolTexts.fileProblem(file)).toMatch(/\.$/);
    return file.problem;
  }

  test("nothing, only blanks, only a header", () => {
    expect(problemOf(new Uint8Array())).toBe("EMPTY");
    expect(problemOf(encode(" \r\n\r\n", "windows-1252"))).toBe("EMPTY");
    expect(problemOf(duoFile([]))).toBe("EMPTY");
  });

  test("a file above the limit is not even looked at", () => {
    expect(problemOf(new Uint8Array(maxDuoFileBytes + 1))).toBe("TOO_LARGE");
    expect(problemOf(encode("a;b\n".repeat(maxDuoRows + 2), "utf-8"))).toBe("TOO_LARGE");
  });

  test("a spreadsheet, other binary files and other lists", () => {
    expect(problemOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]))).toBe("SPREADSHEET");
    expect(problemOf(Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))).toBe("UNREADABLE");
    expect(problemOf(encode("<!doctype html><p>Niet gevonden</p>", "utf-8"))).toBe("NOT_A_DUO_FILE");
    expect(problemOf(encode("INSTELLINGSCODE;VESTIGINGSCODE;NAAM_VESTIGING;BEVOEGD_GEZAG_NUMMER\n98AA;98AA00;De Meerpaal;99001\n", "utf-8"))).toBe("NOT_A_DUO_FILE");
  });

  test("a list of schools without locations names the columns it lacks", () => {
    const columns = boColumns.filter((column) => !column.startsWith("VESTIGING"));
    expect(readDuoFile(duoFile([duoCells()], { columns }))).toEqual({ ok: false, problem: "MISSING_COLUMNS", columns: ["VESTIGINGSCODE", "VESTIGINGSNAAM"] });
  });

  test("a file without one usable row", () => {
    expect(problemOf(duoFile([duoCells({ POSTCODE: " " })]))).toBe("NO_USABLE_ROWS");
  });

  test("a quote that is never closed, or only by the quote of another row, with the line it is on", () => {
    const withoutQuotes = duoFile([duoCells({ VESTIGINGSCODE: "98AD00" }), duoCells(), duoCells({ VESTIGINGSCODE: "98AB00" })]);
    for (const bytes of [whole, withoutQuotes]) {
      const text = Buffer.from(bytes).toString("latin1").replace(/98AA00;/, '98AA00;"');
      const line = bytes === whole ? 2 : 3;
      expect(readDuoFile(encode(text, "windows-1252"))).toEqual({ ok: false, problem: "UNREADABLE", line });
    }
  });

  test("cut off anywhere in its last row, down to half a line ending, but not when only the line ending is gone", () => {
    const lastRow = Buffer.from(whole).toString("latin1").lastIndexOf("Noord-Holland");
    const complete = [whole.length, whole.length - 2];
    for (let length = lastRow + 1; length <= whole.length; length += 1) {
      const file = readDuoFile(whole.subarray(0, length));
      const expected = complete.includes(length) ? { ok: true } : { ok: false, problem: "TRUNCATED", line: 4 };
      expect(file, `cut at ${length - lastRow}`).toMatchObject(expected);
    }
  });

  test("cut off inside a character of two bytes", () => {
    const bytes = duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AB00", VESTIGINGSNAAM: "Fûgel" })], { encoding: "utf-8" });
    expect(problemOf(bytes.subarray(0, bytes.lastIndexOf(0xc3) + 1))).toBe("TRUNCATED");
  });
});

describe("spelling", () => {
  const places: [string, string][] = [
    ["ALTEVEER GEM NOORDENVELD", "Alteveer"],
    ["SPAARNDAM GEM. HAARLEM", "Spaarndam"],
    ["'S-GRAVENHAGE", "'s-Gravenhage"],
    ["'S GRAVENMOER", "'s Gravenmoer"],
    ["STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"],
    ["2E EXLOERMOND", "2e Exloërmond"],
    ["IJMUIDEN", "IJmuiden"],
    ["CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"],
    ["NIEUWERKERK AD IJSSEL", "Nieuwerkerk aan den IJssel"],
    ["LAREN NH", "Laren"],
    ["DE KRIM", "De Krim"],
    ["TER APEL", "Ter Apel"],
    ["HEI- EN BOEICOP", "Hei- en Boeicop"],
    ["WEHE-DEN HOORN", "Wehe-den Hoorn"],
    ["ST.-ANNAPAROCHIE", "St.-Annaparochie"],
    ["Súdwest", "Súdwest"],
  ];
  for (const [duo, ours] of places) {
    test(`the place ${duo} is written ${ours}`, () => expect(placeName(duo)).toBe(ours));
  }

  const municipalities: [string, string][] = [
    ["S GRAVENHAGE", "'s-Gravenhage"],
    ["SUDWEST-FRYSLAN", "Súdwest-Fryslân"],
    ["REUSEL-DE MIERDEN", "Reusel-De Mierden"],
    ["BERGEN NH", "Bergen (NH.)"],
    ["NUENEN CA", "Nuenen, Gerwen en Nederwetten"],
    ["WIJK BIJ DUURSTEDE", "Wijk bij Duurstede"],
    ["DE FRYSKE MARREN", "De Fryske Marren"],
  ];
  for (const [duo, ours] of municipalities) {
    test(`the municipality ${duo} is written ${ours}, and is found by either`, () => {
      expect(municipalityName(duo)).toBe(ours);
      expect(municipalityKey(duo)).toBe(municipalityKey(ours));
    });
  }

  test("a municipality is found however people spell it, and not by another's name", () => {
    expect(municipalityKey("haarlem")).toBe(municipalityKey("HAARLEM"));
    expect(municipalityKey("Den Haag")).toBe(municipalityKey("'s-gravenhage"));
    expect(municipalityKey("Bergen (L.)")).not.toBe(municipalityKey("Bergen (NH.)"));
    expect(municipalityKey("Haarlem")).not.toBe(municipalityKey("Haarlemmermeer"));
  });

  const addresses: [string, string | null][] = [
    ["www.demeerpaal.example", "https://www.demeerpaal.example"],
    ["http://demeerpaal.example/", "http://demeerpaal.example"],
    ["HTTPS://WWW.DeMeerpaal.Example/Team", "https://www.demeerpaal.example/Team"],
    ["www.demeerpaal.example.", "https://www.demeerpaal.example"],
    ["javascript:alert(1)", null],
    ["javascript://www.demeerpaal.example/%0aalert(1)", null],
    ["data:text/html,x", null],
    ["ftp://demeerpaal.example", null],
    ["info@demeerpaal.example", null],
    ["https://demeerpaal.example@elders.example", null],
    ["localhost", null],
    ["http://127.0.0.1", null],
    ["www. demeerpaal.example", null],
    ["www.demeerpaal,example", null],
    ["www.demeerpaal..example", null],
    [`www.demeerpaal.example/${"x".repeat(200)}`, null],
  ];
  for (const [typed, ours] of addresses) {
    test(`the web address ${typed.slice(0, 60)} becomes ${ours ?? "nothing"}`, () => expect(webAddress(typed)).toBe(ours));
  }

  test("phone numbers and postcodes are brought to one form", () => {
    expect(["0235550100", "023-555 01 00", "+31 (0)23 555 01 00", "0031235550100"].map(phoneDigits)).toEqual(Array(4).fill("0235550100"));
    expect(["14023", "23555010", ""].map(phoneDigits)).toEqual([null, null, null]);
    expect(["2033TZ", "2033 tz", "0033 TZ", "2033 SA"].map(postcodeOf)).toEqual(["2033 TZ", "2033 TZ", null, null]);
  });
});

describe("the table of postcodes and samenwerkingsverbanden", () => {
  const table = 'pc4,gemeente,swv_po,swv_vo\r\n2033,Haarlem,PO2704,VO2705\r\n5671,"Nuenen, Gerwen en Nederwetten",PO3008,\r\n';

  test("gives the samenwerkingsverband of a postcode, for each sector its own", () => {
    const file = readConsortiumFile(encode(table, "utf-8"));
    if (!file.ok) throw new Error(file.problem);
    const areas = new Map(file.areas.map((area) => [area.digits, area]));
    expect(areas.get("5671")).toEqual({ digits: "5671", municipality: "Nuenen, Gerwen en Nederwetten", primaryCode: "PO3008", secondaryCode: null });
    expect((["PO", "SO", "VO", "MBO"] as const).map((sector) => consortiumCodeOf(areas, "2033 TZ", sector))).toEqual(["PO2704", "PO2704", "VO2705", null]);
    expect(consortiumCodeOf(areas, "1384 AH", "PO")).toBeNull();
  });

  test("rejects an area with a fault and the second row of an area", () => {
    const file = readConsortiumFile(encode(`${table}33,Haarlem,PO2704,VO2705\r\n2033,Haarlem,PO2701,VO2705\r\n`, "utf-8"));
    expect(file).toMatchObject({ ok: true, rejected: [{ line: 4, reason: "BAD_AREA" }, { line: 5, reason: "DUPLICATE_AREA" }] });
  });

  test("is refused when it is empty, cut off, too large or another file", () => {
    const problems = [
      new Uint8Array(),
      encode("pc4,gemeente,swv_po,swv_vo\r\n", "utf-8"),
      encode(table.slice(0, 50), "utf-8"),
      encode(table.slice(0, 55), "utf-8"),
      new Uint8Array(maxConsortiumFileBytes + 1),
      duoFile([duoCells()]),
    ].map((bytes) => {
      const file = readConsortiumFile(bytes);
      if (file.ok) return "OK";
      expect(schoolTexts.consortiumFileProblem(file)).toMatch(/\.$/);
      return file.problem;
    });
    expect(problems).toEqual(["EMPTY", "EMPTY", "TRUNCATED", "TRUNCATED", "TOO_LARGE", "NOT_A_CONSORTIUM_FILE"]);
  });
});
