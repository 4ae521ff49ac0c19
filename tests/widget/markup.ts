import { type ComponentChild, isValidElement } from "preact";

/** What Preact nodes will be in the page, written as HTML without escapes, for reading in a test. */
export function markup(node: ComponentChild | ComponentChild[]): string {
  if (Array.isArray(node)) return node.map(markup).join("");
  if (!isValidElement(node)) return String(node ?? "");
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  if (typeof type === "function") return markup(type(props));
  const { children, ...attributes } = props;
  const shown = ["href", "start"].filter((name) => attributes[name] !== undefined);
  const open = [String(type), ...shown.map((name) => `${name}=${attributes[name]}`)].join(" ");
  const content = markup(children as ComponentChild[]);
  return content ? `<${open}>${content}</${type}>` : `<${open}>`;
}

/** Every element, with its attributes. */
export function elements(node: ComponentChild | ComponentChild[]): { type: string; href?: unknown }[] {
  if (Array.isArray(node)) return node.flatMap(elements);
  if (!isValidElement(node)) return [];
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  if (typeof type === "function") return elements(type(props));
  return [{ type: String(type), href: props.href }, ...elements(props.children as ComponentChild[])];
}
