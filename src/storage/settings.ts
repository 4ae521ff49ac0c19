import type { SettingsStore } from "../settings/index.ts";
import type { Client } from "./client.ts";

export function createSettingsStore(client: Client, newId: () => string): SettingsStore {
  return {
    async all() {
      const rows = await client.setting.findMany();
      return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)]));
    },

    async save(changes) {
      await client.$transaction(
        changes.flatMap(({ key, before, after, by, at }) => {
          const value = JSON.stringify(after);
          const updatedAt = BigInt(at);
          const change = {
            id: newId(),
            key,
            before: JSON.stringify(before) ?? null,
            after: value,
            by,
            at: updatedAt,
          };
          return [
            client.setting.upsert({
              where: { key },
              create: { key, value, updatedAt },
              update: { value, updatedAt },
            }),
            client.settingChange.create({ data: change }),
          ];
        }),
      );
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
