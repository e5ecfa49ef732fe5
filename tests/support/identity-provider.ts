import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A small OpenID provider: it signs in whoever it is told to, with the claims it is told to give. */
export type IdentityProvider = {
  issuer: string;
  /** What the next ID token says besides issuer, audience, times and nonce; each may be overruled here too. */
  claims: Record<string, unknown>;
  /** How the next ID token is signed. */
  signing: "right" | "none" | "other-key";
  /** Follows the address of a sign-in as a browser would, and gives where it leads back to. */
  authorize: (address: string) => string;
  stop: () => Promise<void>;
};

export const CLIENT_ID = "kernteam-test";

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const otherKeys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const requests = new Map<string, { nonce: string; challenge: string }>();
  const provider: IdentityProvider = { issuer: "", claims: {}, signing: "right", authorize, stop };

  const server = createServer((request, response) => {
    const answer = (body: unknown, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.url === "/.well-known/openid-configuration") return answer(configuration(provider.issuer));
      if (request.url === "/jwks") return answer({ keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] });
      if (request.url !== "/token") return answer({}, 404);
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const asked = requests.get(form.get("code") ?? "");
      const proof = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
      if (!asked || proof !== asked.challenge) return answer({ error: "invalid_grant" }, 400);
      requests.delete(form.get("code") ?? "");
      return answer({ access_token: "x", token_type: "Bearer", expires_in: 60, id_token: idToken(asked.nonce) });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  provider.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return provider;

  function authorize(address: string): string {
    const asked = new URL(address).searchParams;
    const code = crypto.randomUUID();
    requests.set(code, { nonce: asked.get("nonce") ?? "", challenge: asked.get("code_challenge") ?? "" });
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.search = new URLSearchParams({ code, state: asked.get("state") ?? "" }).toString();
    return back.href;
  }

  function idToken(nonce: string): string {
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: provider.signing === "none" ? "none" : "RS256", typ: "JWT", kid: "1" };
    const payload = { iss: provider.issuer, aud: CLIENT_ID, iat: now, exp: now + 60, nonce, ...provider.claims };
    const body = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    if (provider.signing === "none") return `${body}.`;
    const key = provider.signing === "right" ? keys.privateKey : otherKeys.privateKey;
    return `${body}.${sign("RSA-SHA256", Buffer.from(body), key).toString("base64url")}`;
  }

  async function stop(): Promise<void> {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
}

function configuration(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
  };
}
