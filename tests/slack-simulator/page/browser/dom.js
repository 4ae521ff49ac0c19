/**
 * Builds an element. Texts become text nodes, so nothing anyone wrote is ever read as markup.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` functions listen; false, null and undefined are left out
 * @param {...(Node | string | null | undefined | false | (Node | string | null | undefined | false)[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2).toLowerCase(), value);
    else if (name in element && typeof value === "boolean") element[name] = value;
    else if (name === "value") element.value = value;
    else element.setAttribute(name, String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A link that cannot leave http and mail. */
export function link(url, ...children) {
  const isSafe = /^(https?:|mailto:|tel:)/i.test(url);
  return isSafe
    ? h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, ...children)
    : h("span", {}, ...children);
}

/** Puts `wanted` into `parent`, leaving nodes alone whose key and content have not changed. */
export function keep(parent, wanted) {
  const known = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const nodes = wanted.map(({ key, content, render }) => {
    const old = known.get(key);
    if (old && (old.dataset.busy || old.dataset.content === content)) return old;
    const node = render();
    node.dataset.key = key;
    node.dataset.content = content;
    return node;
  });
  const staying = new Set(nodes);
  for (const node of [...parent.children]) if (!staying.has(node)) node.remove();
  for (const [place, node] of nodes.entries())
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
}
