import { findInText } from "#lib/anonymity/find-in-text";
import type { TypedText } from "#lib/anonymity/while-typing";

// Runs in the browser, beside the page: loading the lists and reading a long text would make a telephone stutter.
addEventListener("message", ({ data }: MessageEvent<TypedText>) => {
  postMessage({ number: data.number, findings: findInText(data.text, data.as, data.names) });
});
