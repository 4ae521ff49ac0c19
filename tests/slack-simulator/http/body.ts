import type { Request } from "express";

/** Every body is read raw: Slack's own endpoints tell form, JSON and file bytes apart themselves. */
export const bodyBytes = (request: Request): Buffer =>
  Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

export const bodyText = (request: Request): string => bodyBytes(request).toString("utf8");
