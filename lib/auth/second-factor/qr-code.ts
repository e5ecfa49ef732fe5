import { encodeQR } from "qr";

/** A QR code as one path of an SVG: `size` units square, a unit for each module, with the quiet edge that scanners want. */
export type QrCode = { size: number; path: string };

const QUIET_EDGE = 4;

/** Draws a text as a QR code (ISO/IEC 18004), with the error correction that is usual on a screen. */
export function qrCodeOf(text: string): QrCode {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: QUIET_EDGE });
  const path = rows.flatMap((row, y) => runsOf(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join("");
  return { size: rows.length, path };
}

function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === x) last.length += 1;
    else runs.push({ from: x, length: 1 });
  });
  return runs;
}
