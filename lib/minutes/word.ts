import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Block, MinutesDocument } from "#lib/minutes/document";
import { layoutTexts } from "#lib/texts/layout";

const FONT = "Calibri";
const FULL_WIDTH = { size: 100, type: WidthType.PERCENTAGE } as const;
const MARGINS = { top: 80, bottom: 80, left: 100, right: 100 } as const;
// In half points and in twentieths of a point, as Word counts.
const TEXT_SIZE = 22;
const SPACE_AFTER = 120;

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
      footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })] })] }) },
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
      return [new Table({ width: FULL_WIDTH, margins: MARGINS, rows: [headerRow(block.columns), ...block.rows.map(row)] })];
  }
}

function headerRow(columns: readonly string[]): TableRow {
  const cells = columns.map((text) => new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })] }));
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function row(texts: readonly string[]): TableRow {
  return new TableRow({ cantSplit: true, children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
}
