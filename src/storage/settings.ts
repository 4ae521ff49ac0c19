import type { SettingChange, SettingsStore } from "../settings/index.ts";
import type { Client } from "./client.ts";

export function createSettingsStore(client: Client, newId: () => string): SettingsStore {
  const logged = (changes: SettingChange[]) =>
    client.settingChange.createMany({
      data: changes.map(({ key, before, after, by, at }) => ({
        ...{ id: newId(), key, by, at: BigInt(at) },
        before: JSON.stringify(before) ?? null,
        after: JSON.stringify(after),
      })),
    });

  return {
    async all() {
      const rows = await client.setting.findMany();
      return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
    },

    async save(changes) {
      await client.$transaction([
        ...changes.map(({ key, after, at }) => {
          const [value, updatedAt] = [JSON.stringify(after), BigInt(at)];
          return client.setting.upsert({
            where: { key },
            create: { key, value, updatedAt },
            update: { value, updatedAt },
          });
        }),
        logged(changes),
      ]);
    },

    async note(changes) {
      await logged(changes);
    },

    async log(limit) {
      const rows = await client.settingChange.findMany({ orderBy: { at: "desc" }, take: limit });
      return rows.map(({ key, before, after, by, at }) => ({
        key,
        before: before === null ? undefined : JSON.parse(before),
        after: JSON.parse(after),
        by,
        at: Number(at),
      }));
    },
  };
}
