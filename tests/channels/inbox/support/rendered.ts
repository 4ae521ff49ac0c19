import { type ComponentChildren, isValidElement } from "preact";

export interface Rendered {
  /** The name of the element; "" for text. */
  type: string;
  props: Record<string, unknown>;
  text: string;
  children: Rendered[];
}

/** What components make of something, down to elements and text. */
export function rendered(node: ComponentChildren): Rendered[] {
  if (node === null || node === undefined || typeof node === "boolean") return [];
  if (Array.isArray(node)) return node.flatMap(rendered);
  if (!isValidElement(node)) return [{ type: "", props: {}, text: String(node), children: [] }];
  const { type, props } = node as unknown as { type: unknown; props: Record<string, never> };
  if (typeof type === "function") return rendered(type(props));
  const children = rendered(props.children);
  return [{ type: String(type), props, text: children.map(({ text }) => text).join(""), children }];
}

/** Every element and text, the outer before the inner. */
export const everything = (nodes: Rendered[]): Rendered[] =>
  nodes.flatMap((node) => [node, ...everything(node.children)]);

/** As it would be written; of attributes only where links lead and where numbers begin. */
export function html(nodes: Rendered[]): string {
  return nodes
    .map(({ type, props: { href, start }, text, children }) => {
      if (!type) return text.replaceAll("<", "&lt;");
      const attributes = `${href ? ` ${href}` : ""}${start && start !== 1 ? ` start=${start}` : ""}`;
      return type === "br" || type === "hr"
        ? `<${type}>`
        : `<${type}${attributes}>${html(children)}</${type}>`;
    })
    .join("");
}
