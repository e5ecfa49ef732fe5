/** Decoded pixels: four bytes each, red, green, blue and how opaque. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number };

/**
 * The square in the middle of a picture, made smaller to at most `most` pixels a side. Each new pixel is the mean of those
 * it stands for, on white where the picture is transparent. A small picture keeps its own size.
 */
export function middleSquare({ data, width, height }: Pixels, most: number): Pixels {
  const whole = Math.min(width, height);
  const side = Math.min(whole, most);
  const [left, top] = [(width - whole) >> 1, (height - whole) >> 1];
  // Whole source pixels only: at the edge of two, the finer division would not be seen.
  const edge = (index: number) => Math.floor((index * whole) / side);
  const square = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let [red, green, blue] = [0, 0, 0];
      for (let row = top + edge(y); row < top + edge(y + 1); row += 1) {
        const start = (row * width + left) * 4;
        for (let at = start + edge(x) * 4; at < start + edge(x + 1) * 4; at += 4) {
          const opaque = (data[at + 3] ?? 0) / 255;
          red += 255 + ((data[at] ?? 0) - 255) * opaque;
          green += 255 + ((data[at + 1] ?? 0) - 255) * opaque;
          blue += 255 + ((data[at + 2] ?? 0) - 255) * opaque;
        }
      }
      const count = (edge(y + 1) - edge(y)) * (edge(x + 1) - edge(x));
      square.set([red / count, green / count, blue / count, 255], (y * side + x) * 4);
    }
  }
  return { data: square, width: side, height: side };
}
