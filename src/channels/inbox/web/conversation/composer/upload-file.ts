import type { Attachment } from "../../../../../conversation/message.ts";
import type { Refusal } from "../../../protocol.ts";
import { signedOut } from "../../sign-in/session.ts";

/** Sends a file, telling how far it is (0 to 1). Rejects with what to tell a person. `fetch` cannot tell how far it is. */
export function uploadFile(conversationId: string, file: File, progressed: (progress: number) => void) {
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error("The server cannot be reached. Check your connection."));
    request.onload = () => {
      if (request.status === 401) signedOut();
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Attachment);
      else reject(new Error(refusalIn(request.responseText)));
    };
  });
  request.open("POST", `/api/conversations/${encodeURIComponent(conversationId)}/files`);
  request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
  request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  request.send(file);
  return { done, stop: () => request.abort() };
}

function refusalIn(text: string): string {
  try {
    return (JSON.parse(text) as Refusal).error.message;
  } catch {
    return "The server did not take this file. Please try again.";
  }
}
