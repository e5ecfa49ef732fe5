/** Text as people mean it: NFC, without control and direction characters, line ends as \n, no blanks around it. */
export function tidyText(typed: string): string {
  return typed
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g, "")
    .trim();
}
