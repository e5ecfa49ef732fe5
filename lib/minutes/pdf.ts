import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Block, MinutesDocument, Table } from "#lib/minutes/document";
import { layoutTexts } from "#lib/texts/layout";
import { minutesTexts as texts } from "#lib/texts/minutes";

type Weight = 400 | 700;
type Piece = { text: string; weight: Weight };
type Style = { size: number; before: number; after: number; indent?: number };
type Box = { left: number; width: number };

// The typeface of the app, in the kind of file that can go into a PDF: each half has the letters the other lacks.
const FONTS = join(process.cwd(), "node_modules", "@fontsource", "source-sans-3", "files");
const HALVES = ["latin", "latin-ext"] as const;
type Half = (typeof HALVES)[number];

const MARGIN = 64;
const TITLE: Style = { size: 22, before: 0, after: 14 };
const HEADING: Style = { size: 15, before: 18, after: 6 };
const TEXT: Style = { size: 11, before: 0, after: 4 };
const ITEM: Style = { ...TEXT, indent: 14 };
const CELL: Style = { size: 10.5, before: 4, after: 0 };
const GAP = 12;
const RULE = "#a0a0a0";
// The types of pdfkit do not know of it.
const OF_COLUMN = { scope: "Column" } as Parameters<PDFKit.PDFDocument["struct"]>[1];
const FOOT_SIZE = 9;

// Letters of Western Europe, as the first file has them; the rest is in the second.
const BEYOND_LATIN = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff]+/g;

/**
 * A document as a PDF that a screen reader can follow: with its language, its title, headings, lists and tables. Needs no
 * network and no font on the machine.
 */
export async function pdfFile({ title, blocks }: MinutesDocument): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    font: fileOf("latin", 400),
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: "nl-NL",
    bufferPages: true,
    info: { Title: title, Creator: layoutTexts.appName },
  });
  for (const half of HALVES) for (const weight of [400, 700] as const) pdf.registerFont(nameOf(half, weight), fileOf(half, weight));
  const whole = pdf.struct("Document");
  pdf.addStructure(whole);
  tagged(pdf, whole, "H1", [{ text: title, weight: 700 }], TITLE);
  blocks.forEach((block, index) => writeBlock(pdf, whole, block, blocks[index + 1]));
  whole.end();
  numberPages(pdf);
  return finished(pdf);
}

type Pdf = PDFKit.PDFDocument;
type Structure = PDFKit.PDFStructureElement;

function writeBlock(pdf: Pdf, whole: Structure, block: Block, next?: Block): void {
  switch (block.kind) {
    case "heading":
      if (next?.kind === "table") keepTogether(pdf, next);
      return tagged(pdf, whole, "H2", [{ text: block.text, weight: 700 }], HEADING);
    case "paragraph":
      return tagged(pdf, whole, "P", [{ text: block.text, weight: 400 }], TEXT);
    case "facts":
      for (const { term, description } of block.facts) tagged(pdf, whole, "P", [{ text: `${term}: `, weight: 700 }, { text: description, weight: 400 }], TEXT);
      return;
    case "list":
      return list(pdf, whole, block.items.map((text) => [{ text, weight: 400 }]));
    case "table":
      return table(pdf, whole, block);
  }
}

// A table begins on the page of its heading, with a row of its own.
function keepTogether(pdf: Pdf, { columns, rows }: Table): void {
  const header = columns.map(({ name }) => name);
  const needed = HEADING.before + 2 * HEADING.size + [header, rows[0] ?? []].reduce((sum, cells) => sum + heightOf(pdf, cells, boxesOf(pdf, columns)), 0);
  if (pdf.y + needed > pdf.page.height - MARGIN) pdf.addPage();
}

function table(pdf: Pdf, whole: Structure, { columns, rows }: Table): void {
  const boxes = boxesOf(pdf, columns);
  const structure = pdf.struct("Table");
  whole.add(structure);
  const header = columns.map(({ name }) => name);
  row(pdf, structure, header, boxes, 700);
  for (const cells of rows) {
    // What does not fit any more begins another page, under the words of the columns again.
    if (pdf.y + heightOf(pdf, cells, boxes) > pdf.page.height - MARGIN) {
      pdf.addPage();
      row(pdf, structure, header, boxes, 700);
    }
    row(pdf, structure, cells, boxes, 400);
  }
  structure.end();
}

function boxesOf(pdf: Pdf, columns: Table["columns"]): Box[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const unit = (pdf.page.width - 2 * MARGIN) / all;
  let left = MARGIN;
  return columns.map(({ share }) => {
    const box = { left, width: share * unit - GAP };
    left += share * unit;
    return box;
  });
}

/** Writes cells beside each other, and a rule below the longest of them. */
function row(pdf: Pdf, parent: Structure, cells: readonly string[], boxes: readonly Box[], weight: Weight): void {
  const structure = pdf.struct("TR");
  parent.add(structure);
  const top = pdf.y;
  let bottom = top;
  boxes.forEach((box, index) => {
    pdf.y = top;
    structure.add(pdf.struct(weight === 700 ? "TH" : "TD", weight === 700 ? OF_COLUMN : {}, () => write(pdf, [{ text: cells[index] ?? "", weight }], CELL, box)));
    bottom = Math.max(bottom, pdf.y);
  });
  structure.end();
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.moveTo(MARGIN, bottom).lineTo(pdf.page.width - MARGIN, bottom).lineWidth(0.5).stroke(RULE);
  pdf.endMarkedContent();
  pdf.y = bottom;
}

// With a line to spare, because letters of the other half of the typeface may be wider.
function heightOf(pdf: Pdf, cells: readonly string[], boxes: readonly Box[]): number {
  pdf.font(nameOf("latin", 400)).fontSize(CELL.size);
  const heights = boxes.map(({ width }, index) => pdf.heightOfString(cells[index] ?? "", { width, lineGap: 2 }));
  return CELL.before + Math.max(...heights) + pdf.currentLineHeight(true);
}

function list(pdf: Pdf, whole: Structure, items: readonly Piece[][]): void {
  const structure = pdf.struct("L");
  whole.add(structure);
  for (const pieces of items) {
    const item = pdf.struct("LI");
    structure.add(item);
    tagged(pdf, item, "LBody", pieces, ITEM);
    item.end();
  }
  structure.end();
}

/** Writes a text under its tag, so that whoever listens hears what it is. */
function tagged(pdf: Pdf, parent: Structure, tag: string, pieces: readonly Piece[], style: Style): void {
  parent.add(pdf.struct(tag, {}, () => write(pdf, pieces, style)));
}

function write(pdf: Pdf, pieces: readonly Piece[], { size, before, after, indent = 0 }: Style, box?: Box): void {
  const left = box?.left ?? MARGIN + indent;
  const width = box?.width ?? pdf.page.width - MARGIN - left;
  const runs = pieces.flatMap(({ text, weight }) => inHalves(text).map((run) => ({ ...run, weight })));
  pdf.y += before;
  // A heading does not stand alone at the foot of a page; a row has been seen to fit.
  if (!box && pdf.y + size * 3 > pdf.page.height - MARGIN) pdf.addPage();
  pdf.x = left;
  runs.forEach(({ text, half, weight }, index) => {
    const options = { continued: index < runs.length - 1, width, lineGap: 2 };
    pdf.font(nameOf(half, weight)).fontSize(size);
    if (index === 0) pdf.text(text, left, pdf.y, options);
    else pdf.text(text, options);
  });
  pdf.y += after;
}

/** A text cut where its letters are in the other half of the typeface. */
function inHalves(text: string): { text: string; half: Half }[] {
  const runs: { text: string; half: Half }[] = [];
  let from = 0;
  for (const { index, 0: beyond } of text.matchAll(BEYOND_LATIN)) {
    if (index > from) runs.push({ text: text.slice(from, index), half: "latin" });
    runs.push({ text: beyond, half: "latin-ext" });
    from = index + beyond.length;
  }
  if (from < text.length || runs.length === 0) runs.push({ text: text.slice(from), half: "latin" });
  return runs;
}

function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    // Below the margin, where a text would begin another page.
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font(nameOf("latin", 400)).fontSize(FOOT_SIZE).text([texts.pageWord, page - start + 1, texts.pageOf, count].join(""), MARGIN, pdf.page.height - MARGIN * 0.6, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

function finished(pdf: Pdf): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    pdf.on("data", (part: Uint8Array) => parts.push(part));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    pdf.on("error", reject);
    pdf.end();
  });
}

function nameOf(half: Half, weight: Weight): string {
  return `${half}-${weight}`;
}

function fileOf(half: Half, weight: Weight): string {
  return join(FONTS, `source-sans-3-${half}-${weight}-normal.woff`);
}
