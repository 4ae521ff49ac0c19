/** Sets what an element has, by the names that JSX uses; functions listen. */
export function setProperty(dom: Element, name: string, value: unknown): void {
  if (name === "ref" && value) Object.assign(value, { current: dom });
  else if (/^on[A-Z]/.test(name)) Reflect.set(dom, name.toLowerCase(), value ?? null);
  else if (name in dom && !(dom instanceof SVGElement)) Reflect.set(dom, name, value ?? "");
  else if (value === undefined || value === null || value === false) dom.removeAttribute(name);
  else dom.setAttribute(name, String(value));
}
