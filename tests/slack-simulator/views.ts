import { randomBytes } from "node:crypto";
import { withIds } from "./block-kit/normalize.ts";
import type { Block } from "./message.ts";

export interface TextObject {
  type: string;
  text: string;
}
/** A view as Slack hands it to the app and shows it to a person. */
export interface SlackView {
  id: string;
  type: "modal" | "home";
  team_id: string;
  app_id: string;
  app_installed_team_id: string;
  bot_id: string;
  root_view_id: string;
  previous_view_id: string | null;
  callback_id: string;
  external_id: string;
  private_metadata: string;
  hash: string;
  title: TextObject;
  submit: TextObject | null;
  close: TextObject | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  blocks: Block[];
  state: { values: Record<string, Record<string, unknown>> };
}
export type OpenView = SlackView;
export type HomeView = SlackView;
export type ViewContent = Partial<Omit<SlackView, "type" | "blocks">> & {
  type: "modal" | "home";
  blocks: Block[];
};

export type Views = ReturnType<typeof createViews>;

/** Which modals are stacked before each person, and their App Home. */
export function createViews(ids: { view(): string; teamId: string; appId: string; botId: string }) {
  const stacks = new Map<string, SlackView[]>();
  const homes = new Map<string, SlackView>();
  const stackOf = (userId: string) => stacks.get(userId) ?? [];
  return {
    top: (userId: string): SlackView | undefined => stackOf(userId).at(-1),
    home: (userId: string): SlackView | undefined => homes.get(userId),
    depth: (userId: string): number => stackOf(userId).length,
    open(userId: string, content: ViewContent): SlackView {
      const view = created(content, null);
      stacks.set(userId, [view]);
      return view;
    },
    push(userId: string, content: ViewContent): SlackView {
      const view = created(content, stackOf(userId).at(-1) ?? null);
      stacks.set(userId, [...stackOf(userId), view]);
      return view;
    },
    pop: (userId: string): SlackView | undefined => stackOf(userId).pop(),
    clear: (userId: string): SlackView[] => {
      const closed = stackOf(userId);
      stacks.delete(userId);
      return closed;
    },
    publish(userId: string, content: ViewContent): SlackView {
      const known = homes.get(userId);
      const view = known ? Object.assign(known, replaced(known, content)) : created(content, null);
      homes.set(userId, view);
      return view;
    },
    update: (view: SlackView, content: ViewContent): SlackView =>
      Object.assign(view, replaced(view, content)),
    find: (wanted: { id?: string | undefined; externalId?: string | undefined }): SlackView | undefined =>
      [...[...stacks.values()].flat(), ...homes.values()].find(
        (view) => view.id === wanted.id || (wanted.externalId && view.external_id === wanted.externalId),
      ),
  };

  function created(content: ViewContent, previous: SlackView | null): SlackView {
    const id = ids.view();
    return shaped(content, {
      id,
      root_view_id: previous?.root_view_id ?? id,
      previous_view_id: previous?.id ?? null,
    });
  }

  function replaced(view: SlackView, content: ViewContent): SlackView {
    const { id, root_view_id, previous_view_id } = view;
    return shaped(content, { id, root_view_id, previous_view_id });
  }

  function shaped(
    content: ViewContent,
    place: Pick<SlackView, "id" | "root_view_id" | "previous_view_id">,
  ): SlackView {
    return {
      ...place,
      type: content.type,
      team_id: ids.teamId,
      app_id: ids.appId,
      app_installed_team_id: ids.teamId,
      bot_id: ids.botId,
      callback_id: content.callback_id ?? "",
      external_id: content.external_id ?? "",
      private_metadata: content.private_metadata ?? "",
      hash: `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString("hex")}`,
      title: content.title ?? { type: "plain_text", text: "View Title" },
      submit: content.submit ?? null,
      close: content.close ?? null,
      clear_on_close: content.clear_on_close ?? false,
      notify_on_close: content.notify_on_close ?? false,
      blocks: withIds(content.blocks),
      state: { values: {} },
    };
  }
}
