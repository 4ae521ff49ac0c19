import type { FileView, Uploaded } from "../../../src/channels/widget/protocol.ts";
import * as words from "../words.ts";

/** How far an upload has come, from 0 to 1; at its end there is a view of the file, or words why there is none. */
export interface UploadState {
  progress: number;
  view?: FileView;
  failure?: string;
}

/** Tells how it goes, and returns how to stop it. */
export type Upload = (file: File, token: string, tell: (state: UploadState) => void) => () => void;

/** By XMLHttpRequest: `fetch` does not say how far it has come. */
export const uploadTo =
  (url: string): Upload =>
  (file, token, tell) => {
    const request = new XMLHttpRequest();
    const fail = (failure: string) => tell({ progress: 0, failure });
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => tell({ progress: loaded / (total || 1) });
    request.onload = () => {
      const { status, response } = request;
      if (status < 300 && response) tell({ progress: 1, view: response as Uploaded });
      else fail(response?.error?.message ?? words.notUploaded);
    };
    request.onerror = () => fail(words.interrupted);
    request.send(file);
    return () => request.abort();
  };
