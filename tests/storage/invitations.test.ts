import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { StoredInvitation } from "../../src/team/invitation-store.ts";
import { onEachDatabase } from "./on-each-database.ts";

const invitation = (given: Partial<StoredInvitation> = {}): StoredInvitation => ({
  ...{ id: randomUUID(), tokenHash: randomUUID(), email: `${randomUUID()}@example.com`, name: "Ben" },
  ...{ role: "agent", siteKeys: ["shop", "outlet"], invitedBy: "Ana" },
  ...{ createdAt: 1_800_000_000_000, expiresAt: 1_800_600_000_000, ...given },
});

onEachDatabase("invitations", (bench) => {
  test("are kept across a restart, the newest first, and taken once", async () => {
    const [old, fresh] = [
      invitation(),
      invitation({ createdAt: 1_800_000_000_001, role: "admin", siteKeys: [] }),
    ];
    for (const each of [old, fresh]) await bench.storage.invitations.save(each);
    await bench.restart();
    expect(await bench.storage.invitations.all()).toEqual([fresh, old]);

    expect(await bench.storage.invitations.remove(old.id)).toBe(true);
    expect(await bench.storage.invitations.remove(old.id)).toBe(false);
    expect(await bench.storage.invitations.all()).toEqual([fresh]);
    await bench.storage.invitations.remove(fresh.id);
  });

  test("there is one for an address: the latest", async () => {
    const first = invitation();
    const second = invitation({ email: first.email, name: "Benedict" });
    await bench.storage.invitations.save(first);
    await bench.storage.invitations.save(second);
    expect(await bench.storage.invitations.all()).toEqual([second]);
    await bench.storage.invitations.remove(second.id);
  });

  test("who follows a link at the same moment as another comes in alone", async () => {
    const only = invitation();
    await bench.storage.invitations.save(only);
    const taken = await bench.atOnce((storage) => storage.invitations.remove(only.id));
    expect(taken.filter(Boolean)).toEqual([true]);
  });
});
