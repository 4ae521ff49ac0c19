const paths = {
  react: "M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14ZM7.5 8.5h.01M12.5 8.5h.01M7 11.5a3.5 3.5 0 0 0 6 0",
  reply: "M4 4h12v9H9l-4 3v-3H4Z",
  more: "M10 5h.01M10 10h.01M10 15h.01",
  close: "M5 5l10 10M15 5 5 15",
  send: "M4 4l13 6-13 6 2-6Zm2 6h5",
  attach: "M10 4v12M4 10h12",
  menu: "M3 5h14M3 10h14M3 15h14",
};

/** A line icon that takes the color of the text around it. Its button carries the name. */
export function iconNode(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "line-icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}
