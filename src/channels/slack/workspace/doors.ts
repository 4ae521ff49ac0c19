import { createDoor, type Door, type DoorOptions } from "./door.ts";
import type { SlackHealth } from "./health.ts";
import { summedHealth } from "./summed-health.ts";

export type Doors = ReturnType<typeof createDoors>;

/** The ways into the channels of one workspace, each with a health of its own. */
export function createDoors(options: Omit<DoorOptions, "channel">) {
  const doors = new Map<string, Door>();

  const to = (channel: string): Door => {
    const door = doors.get(channel) ?? createDoor({ ...options, channel });
    doors.set(channel, door);
    return door;
  };

  return {
    /** By id or #name. */
    to,

    /** The way into a channel, if new threads go there. */
    behind: (channelId: string) => [...doors.values()].find((door) => door.known().channelId === channelId),

    /** Opens those that are wanted and forgets the others, so that nothing is broken that nobody needs. */
    keep(wanted: string[]): void {
      for (const [channel, door] of doors) {
        if (wanted.includes(channel)) continue;
        door.stop();
        doors.delete(channel);
      }
      for (const channel of wanted) void to(channel).open();
    },

    /** Where each leads, and which are closed. */
    layout: (): string => JSON.stringify([...doors].map(([channel, door]) => [channel, door.known()])),

    /** Something happened to a channel, or to all of them: looks now. */
    async look(channelId?: string): Promise<void> {
      const concerned = [...doors.values()].filter(
        (door) => channelId === undefined || [undefined, channelId].includes(door.known().channelId),
      );
      await Promise.all(concerned.map((door) => door.look()));
    },

    /** Nothing goes through any more, whatever the channel. */
    lost(refused: { code: string; message: string }): void {
      for (const door of doors.values()) door.lost(refused);
    },

    health(): SlackHealth {
      const parts = [...doors].map(([channel, door]) => ({
        name: /^[#CG]/.test(channel) ? channel : `#${channel}`,
        health: door.health(),
      }));
      return summedHealth(parts, { state: "on", detail: "Connected, but no site sends anything there." });
    },

    stop(): void {
      for (const door of doors.values()) door.stop();
    },
  };
}
