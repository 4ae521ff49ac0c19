import type { FileView } from "../../../../src/channels/widget/protocol.ts";

export interface Upload {
  url: string;
  token?: string;
  name?: string;
  body?: RequestInit["body"];
  type?: string;
  site?: string;
  origin?: string;
}

/** Sends a file as the widget does. */
export function upload({ url, token, name = "cat.png", body, type, site = "default", origin }: Upload) {
  return fetch(`${url}/widget/files?site=${site}`, {
    method: "POST",
    headers: {
      "x-file-name": encodeURIComponent(name),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(type === undefined ? {} : { "content-type": type }),
      ...(origin === undefined ? {} : { origin }),
    },
    ...(body === undefined ? {} : { body }),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

/** The same, for a file that is taken. */
export async function uploaded(what: Upload): Promise<FileView> {
  const response = await upload(what);
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return response.json();
}

export async function wordsOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { message: string } };
  return error.message;
}
