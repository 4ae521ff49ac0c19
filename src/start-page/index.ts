import express, { type Router } from "express";
import type { Health } from "../http/health.ts";
import { startPage } from "./page.ts";
import { style } from "./style.ts";

export interface StartPageOptions {
  publicUrl: string;
  integrations: () => Record<string, Health>;
  hasAdmin: () => Promise<boolean>;
  /** Opens Slack with our manifest filled in for this server. */
  createSlackAppLink: () => Promise<string>;
}

/** `/`: the live widget as a customer would embed it, and how every integration is doing. */
export function startPageRouter({
  publicUrl,
  integrations,
  hasAdmin,
  createSlackAppLink,
}: StartPageOptions): Router {
  const router = express.Router();

  router.get("/", async (_request, response) => {
    const page = {
      publicUrl,
      integrations: integrations(),
      hasAdmin: await hasAdmin(),
      createSlackAppLink: await createSlackAppLink(),
    };
    response.set("Cache-Control", "no-store").type("html").send(startPage(page));
  });
  router.get("/start.css", (_request, response) => {
    response.set("Cache-Control", "public, max-age=300").type("css").send(style);
  });

  return router;
}
