import type { Uploaded } from "../../../src/channels/widget/protocol.ts";
import * as words from "../words.ts";

/** Rejects with words for the visitor. */
export type Upload = (
  file: File,
  token: string,
  progress: (share: number) => void,
) => { done: Promise<Uploaded>; cancel(): void };

/** By XMLHttpRequest: `fetch` does not say how far it has come. */
export const uploadTo =
  (url: string): Upload =>
  (file, token, progress) => {
    const request = new XMLHttpRequest();
    const done = new Promise<Uploaded>((resolve, reject) => {
      request.open("POST", url);
      request.responseType = "json";
      request.setRequestHeader("Authorization", `Bearer ${token}`);
      request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
      request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
      request.upload.onprogress = ({ loaded, total }) => progress(loaded / (total || 1));
      request.onload = () => {
        const { status, response } = request;
        if (status < 300 && response) resolve(response);
        else reject(new Error(response?.error?.message ?? words.notUploaded));
      };
      request.onerror = () => reject(new Error(words.interrupted));
      request.send(file);
    });
    return { done, cancel: () => request.abort() };
  };
