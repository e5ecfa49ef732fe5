import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { publicRoute } from "#lib/access/routes";
import { authOptions } from "#lib/auth/options";
import { env } from "#lib/env";

type Context = { params: Promise<{ nextauth: string[] }> };

/** Where identity providers send people back to. The other pages and answers of next-auth do not exist here. */
export const GET = publicRoute(async (request, context: Context) => {
  const params = await context.params;
  if (params.nextauth[0] !== "callback") return new Response("", { status: 404 });
  const response = (await NextAuth(request as NextRequest, { params }, authOptions())) as Response;
  return withOwnErrorPage(response);
});

// A fault leads to next-auth's error page, which we do not have: the login page says one sentence for all of them.
function withOwnErrorPage(response: Response): Response {
  if (!response.headers.get("location")?.startsWith(`${env().APP_URL}/api/auth/error`)) return response;
  const headers = new Headers(response.headers);
  headers.set("location", `${env().APP_URL}/login?error=failed`);
  return new Response(null, { status: 302, headers });
}
