import { HttpError } from "../http/errors.ts";

export const tooLarge = (maxBytes: number) =>
  new HttpError(413, `The file is too large: at most ${Math.floor(maxBytes / 1024 / 1024)} MB can be sent.`);
