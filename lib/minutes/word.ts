import { BorderStyle, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Block, MinutesDocument, Table as Rows } from "#lib/minutes/document";
import { layoutTexts } from "#lib/texts/layout";
import { minutesTexts as texts } from "#lib/texts/minutes";

const FONT = "Calibri";
// In half points and in twentieths of a point, as Word counts.
const TEXT_SIZE = 22;
const SPACE_AFTER = 120;
const MARGINS = { top: 70, bottom: 70, left: 0, right: 140 } as const;
// What an A4 page with the usual margins has for text; a table that says it in shares only is drawn too narrow by some programs.
const TEXT_WIDTH = 9026;
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "A0A0A0" } as const;
const BORDERS = { top: NO_LINE, left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE, bottom: LINE, insideHorizontal: LINE } as const;

/** A document as a Word file: real headings, header rows that return on each page, and Dutch for the spelling check and the screen reader. */
export async function wordFile({ title, blocks }: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: layoutTexts.appName,
    styles: {
      default: {
        document: { run: { font: FONT, size: TEXT_SIZE, language: { value: "nl-NL" } }, paragraph: { spacing: { after: SPACE_AFTER } } },
        heading1: { run: { font: FONT, size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading2: { run: { font: FONT, size: 28, bold: true }, paragraph: { spacing: { before: 360, after: SPACE_AFTER }, keepNext: true } },
      },
    },
    sections: [{
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [texts.pageWord, PageNumber.CURRENT, texts.pageOf, PageNumber.TOTAL_PAGES] })] })] }) },
      children: [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }), ...blocks.flatMap(blockInWord)],
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function blockInWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 })];
    case "paragraph":
      return [new Paragraph(block.text)];
    case "facts":
      return block.facts.map(({ term, description }) => new Paragraph({ children: [new TextRun({ text: `${term}: `, bold: true }), new TextRun(description)] }));
    case "list":
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    case "table":
      return [table(block)];
  }
}

function table({ columns, rows }: Rows): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / all) * TEXT_WIDTH));
  const header = new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ name }, index) => cell(widths[index], new TextRun({ text: name, bold: true }))) });
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(widths[index], new TextRun(text))) }));
  return new Table({ width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths, borders: BORDERS, margins: MARGINS, rows: [header, ...body] });
}

function cell(width = 0, text: TextRun): TableCell {
  return new TableCell({ width: { size: width, type: WidthType.DXA }, children: [new Paragraph({ children: [text], spacing: { after: 0 } })] });
}
