import { newFormKey } from "#lib/forms/form-key";

/** What is sent to the address that takes a photo: the file, or none, and what goes with it. */
export type PhotoUpload = { file?: Uint8Array | null; name?: string; formKey?: string; headers?: Record<string, string> };

/** The form with a photo as a browser sends it without script, from our own page. */
export async function photoRequest(url: string, personId: string | null, { file = null, name = "foto.jpg", formKey, headers = {} }: PhotoUpload = {}): Promise<Request> {
  const form = new FormData();
  form.append("formKey", formKey ?? (personId === null ? "" : newFormKey(personId)));
  if (file !== null) form.append("file", new File([Buffer.from(file)], name, { type: "image/jpeg" }));
  const body = Buffer.from(await new Response(form).bytes());
  const boundary = /^--([^\r\n]+)/.exec(body.subarray(0, 200).toString("latin1"))?.[1] ?? "";
  return new Request(`${url}/profile/photo/upload`, {
    method: "POST",
    redirect: "manual",
    body,
    headers: { origin: url, "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": String(body.byteLength), ...headers },
  });
}
