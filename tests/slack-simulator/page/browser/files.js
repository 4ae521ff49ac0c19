import { h } from "./dom.js";

/** Files of a message: pictures shown, everything else to download. */
export const fileNodes = (files) => (files.length ? h("div", { class: "files" }, files.map(fileNode)) : null);

function fileNode(file) {
  if (file.mode === "tombstone") return h("div", { class: "file muted" }, "This file was deleted.");
  const href = `/page/files/${file.id}`;
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mimetype))
    return h(
      "a",
      { href, target: "_blank" },
      h("img", { class: "picture", src: href, alt: file.title, loading: "lazy" }),
    );
  return h(
    "a",
    { class: "file", href, download: file.name },
    h("strong", {}, file.title),
    h("span", { class: "muted" }, `${file.pretty_type} · ${sizeOf(file.size)}`),
  );
}

const sizeOf = (bytes) =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;

/** A chosen File as the page sends it. */
export async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 32_768)
    binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return { name: file.name, mimetype: file.type || "application/octet-stream", base64: btoa(binary) };
}
