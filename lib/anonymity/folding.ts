const NOT_ASCII = /[^\p{ASCII}]/u;
const MARKS = /\p{M}/gu;
const LETTERS_WITHOUT_MARK: Record<string, string> = { ł: "l", ø: "o", ı: "i", đ: "d", ß: "ss", æ: "ae", œ: "oe" };

/** A word as the lists hold it: lower case, without accents, with a straight apostrophe. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (!NOT_ASCII.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/[łøıđßæœ]/g, (letter) => LETTERS_WITHOUT_MARK[letter] ?? letter)
    .replace(/[’‘ʼ]/g, "'");
}
