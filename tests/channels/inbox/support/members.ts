import { type Browser, openBrowser } from "./browser.ts";
import { admin, type InboxServer } from "./inbox-server.ts";

/** The first admin, signed in. */
export async function signedInAdmin(server: InboxServer): Promise<Browser> {
  const browser = openBrowser(server);
  await browser.signIn(admin.email, admin.password);
  return browser;
}

/** What an agent of that name signs in with. */
export const agentCalled = (name: string) => ({
  email: `${name.toLowerCase()}@example.com`,
  password: "a long enough password",
});

/** An agent, invited, joined and signed in. */
export async function signedInAgent(
  server: InboxServer,
  name: string,
  siteKeys: string[] = [],
): Promise<Browser> {
  const { email, password } = agentCalled(name);
  const { link } = await server.team.invite({ name, email, role: "agent", siteKeys });
  const token = new URL(link).searchParams.get("token") ?? "";
  await server.team.join({ token, name, password });

  const browser = openBrowser(server);
  await browser.signIn(email, password);
  return browser;
}
