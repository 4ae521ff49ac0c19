import type { BetterAuthOptions } from "better-auth";

/** Where sign-in reads the caller's address. Always overwritten by us, so nobody can pretend to be someone else. */
export const addressHeader = "x-handoff-client-address";

export interface AuthOptions {
  database: () => Promise<NonNullable<BetterAuthOptions["database"]>>;
  /** Signs session cookies. */
  secret: string;
  /** The session cookie is `Secure` when this is https. */
  publicUrl: string;
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;

/** The sign-in library, loaded when it is first needed: nobody waits for it at start-up. */
export async function openAuth({ database, secret, publicUrl }: AuthOptions) {
  const [{ betterAuth }, { signInAs }] = await Promise.all([
    import("better-auth/minimal"),
    import("./sign-in-as.ts"),
  ]);

  return betterAuth({
    database: await database(),
    secret,
    baseURL: publicUrl,
    basePath: "/api/auth",
    // A page may also be opened under another name of this server; its cookies belong to that name alone.
    trustedOrigins: (request) => [
      new URL(publicUrl).origin,
      ...namesOfHost(request?.headers.get("host") ?? undefined),
    ],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        role: { type: "string", input: false, defaultValue: "agent" },
        siteKeys: { type: "string", input: false, defaultValue: "[]" },
      },
    },
    // Seen within five minutes: what the list of sessions says.
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 5 },
    plugins: [signInAs],
    verification: { storeIdentifier: "hashed" },
    // Signing in has a limit of its own, which counts failures only.
    rateLimit: { enabled: true, window: 60, max: 300, customRules: { "/sign-in/email": false } },
    advanced: {
      cookiePrefix: "handoff",
      useSecureCookies: publicUrl.startsWith("https:"),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}

const namesOfHost = (host: string | undefined) => (host ? [`http://${host}`, `https://${host}`] : []);
