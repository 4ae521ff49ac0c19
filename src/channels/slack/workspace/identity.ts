import type { Calls } from "./calls.ts";
import type { WebApi } from "./web-api.ts";

/** Who we are in Slack. */
export interface Identity {
  teamId: string;
  teamName: string;
  /** Real Slack always says; what stands in for it in tests may not. */
  botId: string | undefined;
  botUserId: string;
  botName: string;
}

/** Whether a message is one this app posted. */
export const isOurs = (
  message: { user?: string; bot_id?: string },
  { botId, botUserId }: Identity,
): boolean => message.user === botUserId || (botId !== undefined && message.bot_id === botId);

/** Asks Slack once who we are, however many want to know; a failed answer is asked for again. */
export function createIdentity(api: WebApi, calls: Calls): () => Promise<Identity> {
  let asked: Promise<Identity> | undefined;
  return () => {
    asked ??= calls
      .make(() => ask(api))
      .catch((error: unknown) => {
        asked = undefined;
        throw error;
      });
    return asked;
  };
}

async function ask(api: WebApi): Promise<Identity> {
  const { team_id, team, bot_id, user_id, user } = await api.whoAmI();
  if (!team_id || !user_id) throw new Error("Slack did not say who the bot is.");
  return {
    teamId: team_id,
    teamName: team ?? "Slack",
    botId: bot_id,
    botUserId: user_id,
    botName: user ?? "the app",
  };
}
