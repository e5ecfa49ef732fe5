import type { NextConfig } from "next";

// For every answer, also those that proxy.ts does not see. The policy for scripts, with its nonce, is proxy.ts's work.
const headers = [
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Not no-referrer: with that, a form that is sent without script comes with "Origin: null", which Next refuses.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; whoever only starts the app need not wait for that.
  typescript: { ignoreBuildErrors: true },
  // The optimiser fetches and decodes what it is asked to; we have no pictures that need it.
  images: { unoptimized: true },
  // Database engines, mail and the makers of files are loaded as they are, not bundled.
  serverExternalPackages: ["@prisma/client", "@prisma/adapter-pg", "pg", "pg-boss", "pino", "nodemailer", "docx", "pdfkit"],
  experimental: { serverActions: { bodySizeLimit: "256kb" } },
  // While developing, Next would print what is typed in a form.
  logging: { serverFunctions: false },
  headers: async () => [{ source: "/:path*", headers }],
};

export default config;
