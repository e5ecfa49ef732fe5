/** The form in a body, or why it was not read: its length is not told, or too large, or it is not what it was said to be. */
export type Upload = FormData | "NO_LENGTH" | "TOO_LARGE";

/**
 * Reads a form with a file, of at most this many bytes. What is larger is refused by the length it tells, before anything
 * is read; what turns out to be larger than the most is read no further.
 */
export async function readUpload(request: Request, mostBytes: number): Promise<Upload> {
  const body = limitedBody(request, mostBytes);
  return typeof body === "string" ? body : body.formData().catch(() => "NO_LENGTH" as const);
}

/** The body of a request, to be read up to this many bytes in the same way. */
export function limitedBody(request: Request, mostBytes: number): Response | "NO_LENGTH" | "TOO_LARGE" {
  const length = request.headers.get("content-length");
  if (length === null) return "NO_LENGTH";
  if (Number(length) > mostBytes) return "TOO_LARGE";
  let received = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength;
        if (received > mostBytes) controller.error(new Error("The body is larger than it may be."));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted ?? null, { headers: { "content-type": request.headers.get("content-type") ?? "" } });
}

/** The file that was chosen in a form; null when none was. */
export function chosenFile(form: FormData, name: string): File | null {
  const given = form.get(name);
  return given instanceof File && (given.size > 0 || given.name !== "") ? given : null;
}

/** Leads to a page after a form was sent. Nothing of it is kept on the way. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "private, no-store" } });
}
