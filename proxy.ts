import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives each answer its content security policy with a fresh nonce, and notes the path and method for the pages.
 * It decides nothing: without it every door is as closed as with it.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-method", request.method);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const developing = process.env.NODE_ENV === "development";
  // A browser follows form-action through redirects, so the identity providers have to be in it.
  const providers = (process.env.OIDC_FORM_ORIGINS ?? "").trim();
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    // What somebody types is checked in a worker; its lists come from this host.
    "worker-src 'self'",
    `style-src 'self'${developing ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${providers ? ` ${providers}` : ""}`,
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Static files need no policy, a photo and a file to keep have stricter ones of their own, and uploads have body limits of
  // their own that this layer would cut short.
  matcher: ["/((?!_next/static|fonts/|favicon\\.svg$|schools/import/upload$|profile/photo/upload$|people/[^/]+/photo/|.+/minutes\\.(?:docx|pdf)$).*)"],
};
