import type { z } from "zod";
import { homeView, modalView } from "../block-kit/blocks.ts";
import type { Slack } from "../slack.ts";
import type { SlackView, ViewContent } from "../views.ts";
import { ApiError } from "./api-error.ts";
import { type Args, requiredArg, shapedArg, textArg } from "./args.ts";
import type { Methods } from "./method.ts";

export const views: Methods = {
  "views.open": {
    run(slack, args) {
      const content = viewOf(args, modalView);
      const { userId } = slack.triggers.spend(requiredArg(args, "trigger_id"));
      return shown(slack, slack.views.open(userId, content));
    },
  },
  "views.push": {
    run(slack, args) {
      const content = viewOf(args, modalView);
      const { userId, viewId } = slack.triggers.spend(requiredArg(args, "trigger_id"));
      if (!viewId) throw new ApiError("view_not_found");
      if (slack.views.depth(userId) >= 3) throw new ApiError("push_limit_reached");
      return shown(slack, slack.views.push(userId, content));
    },
  },
  "views.update": {
    run(slack, args) {
      const view = slack.views.find({
        id: textArg(args, "view_id"),
        externalId: textArg(args, "external_id"),
      });
      if (!view) throw new ApiError("not_found");
      if (textArg(args, "hash") && textArg(args, "hash") !== view.hash) throw new ApiError("hash_conflict");
      return shown(
        slack,
        slack.views.update(view, viewOf(args, view.type === "home" ? homeView : modalView)),
      );
    },
  },
  "views.publish": {
    run(slack, args) {
      const userId = requiredArg(args, "user_id");
      if (!slack.workspace.people.some(({ id }) => id === userId)) throw new ApiError("user_not_found");
      const known = slack.views.home(userId);
      if (known && textArg(args, "hash") && textArg(args, "hash") !== known.hash)
        throw new ApiError("hash_conflict");
      return shown(slack, slack.views.publish(userId, viewOf(args, homeView)));
    },
  },
};

function viewOf(args: Args, shape: z.ZodType): ViewContent {
  const view = shapedArg(args, "view", shape, "invalid_arguments");
  if (view === undefined) requiredArg(args, "view");
  if (JSON.stringify(view).length > 250_000) throw new ApiError("view_too_large");
  return view as ViewContent;
}

function shown(slack: Slack, view: SlackView): Record<string, unknown> {
  slack.changed();
  return { view: structuredClone(view) };
}
