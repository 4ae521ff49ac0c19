import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { admin, type InboxServer, openInboxServer } from "../support/inbox-server.ts";
import { signedInAdmin, signedInAgent } from "../support/members.ts";
import { openPage } from "../support/page.ts";
import { visitorIn } from "../support/visitors.ts";

let server: InboxServer;
let ana: Browser;
let ben: Browser;
let eva: Browser;

beforeAll(async () => {
  server = await openInboxServer({ firstAdmin: admin });
  ana = await signedInAdmin(server);
  await ana.post("/api/sites", { key: "outlet", name: "Outlet" });
  ben = await signedInAgent(server, "Ben", ["default"]);
  eva = await signedInAgent(server, "Eva", ["outlet"]);
});

afterAll(() => server.close());

test("an erased conversation is known to those of its site alone, with who erased it", async () => {
  const id = await visitorIn(server.conversations, "Maria").says("Hello");
  const [bens, evas] = [await openPage(server, ben), await openPage(server, eva)];
  expect((await ben.get(`/api/conversations/${id}/erased`)).status).toBe(404);
  await ana.post(`/api/conversations/${id}/erase`);
  await bens.until(() => bens.frames.some(({ type }) => type === "erased"));
  await visitorIn(server.conversations, "Olga", undefined, "outlet").says("Hello");
  await evas.until(() => evas.frames.some(({ type }) => type === "conversation"));
  expect(JSON.stringify(evas.frames)).not.toContain(id);

  expect((await ben.get(`/api/conversations/${id}/erased`)).body).toMatchObject({
    ...{ by: "Ana", reason: "asked" },
  });
  expect((await ben.get(`/api/conversations/${id}`)).status).toBe(410);
  for (const path of ["", "/erased"])
    expect((await eva.get(`/api/conversations/${id}${path}`)).status).toBe(404);
  for (const page of [bens, evas]) page.close();
});

test("an export stands in the record as masked only where masking is on", async () => {
  const exported = async () => (await ana.get("/api/privacy?kind=exported")).body.audit;
  await ben.get("/api/export.csv");
  expect(await exported()).toMatchObject([{ by: "Ben", isMasked: true }]);
  await server.settings.change({ maskSecrets: false }, "Ana");
  await ben.get("/api/export.csv");
  expect((await exported()).map(({ isMasked }: { isMasked: boolean }) => isMasked).toSorted()).toEqual([
    false,
    true,
  ]);
});

test("a long record is read page by page to its beginning", async () => {
  for (let count = 0; count < 60; count += 1) await server.privacy.exported("Zed", { isMasked: true });
  const first = (await ana.get("/api/privacy")).body;
  expect(first).toMatchObject({ goesOn: true, audit: expect.objectContaining({ length: 50 }) });
  const rest = (await ana.get(`/api/privacy?before=${first.audit.at(-1).id}`)).body;
  expect(rest.goesOn).toBe(false);
  const ids = [...first.audit, ...rest.audit].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(60);
});
