import { Component } from "./component.ts";
import { setProperty } from "./set-property.ts";
import type { Props, Wanted } from "./wanted.ts";

/** Something that is in the page. */
interface Shown {
  from: Wanted;
  dom(): ChildNode;
  update(props: Props): void;
  /** It is about to go. */
  forget(): void;
}

type Part = Pick<Component, "render"> & Partial<Component>;

/** By the address among its siblings: the key, or else the place. */
type Inside = Map<string, Shown>;

const svg = "http://www.w3.org/2000/svg";
const pages = new WeakMap<Element, Inside>();
/** What components want to do once everything is in its place. */
const afterwards: (() => void)[] = [];

/** Brings the page from what it shows to what is wanted: touches only what differs, moves only what has to. */
export function render(wanted: unknown, place: Element): void {
  pages.set(place, filled(place, wanted, pages.get(place)));
  settle();
}

function settle(): void {
  for (const step of afterwards.splice(0)) step();
}

function filled(parent: Element, children: unknown, before: Inside = new Map()): Inside {
  const wanted = addressed(children);
  for (const [address, shown] of before) if (!wanted.has(address)) remove(shown);

  const inside: Inside = new Map();
  let last: ChildNode | undefined;
  for (const [address, child] of wanted) {
    const shown = brought(child, before.get(address), parent);
    const next = last ? last.nextSibling : parent.firstChild;
    last = shown.dom();
    if (last !== next) parent.insertBefore(last, next);
    inside.set(address, shown);
  }
  return inside;
}

/** What is left out keeps its place all the same, so that what follows stays what it is. */
function addressed(child: unknown, address = "", all = new Map<string, Wanted>()): Map<string, Wanted> {
  if (Array.isArray(child))
    child.forEach((each, index) => {
      addressed(each, `${address}/${each?.key ?? index}`, all);
    });
  else if (!isNothing(child)) all.set(address, wantedOf(child));
  return all;
}

const isNothing = (child: unknown) => child === undefined || child === null || typeof child === "boolean";

const wantedOf = (child: unknown): Wanted =>
  isWanted(child) ? child : { type: "", props: { data: isNothing(child) ? "" : String(child) } };

const isWanted = (child: unknown): child is Wanted => typeof child === "object" && child !== null;

function brought(wanted: Wanted, shown: Shown | undefined, parent: Element): Shown {
  if (shown && shown.from.type === wanted.type && shown.from.key === wanted.key) {
    shown.update(wanted.props);
    return shown;
  }
  const made = begun(wanted, parent);
  if (shown) {
    shown.dom().before(made.dom());
    remove(shown);
  }
  return made;
}

function begun(from: Wanted, parent: Element): Shown {
  const { type, props } = from;
  if (type === "") return text(from);
  if (typeof type === "string")
    return element(from, document.createElementNS(type === "svg" ? svg : parent.namespaceURI, type));
  return part(from, isClass(type) ? new type(props) : { render: type }, parent);
}

const isClass = (type: object): type is new (props: Props) => Component =>
  "prototype" in type && type.prototype instanceof Component;

function text(from: Wanted): Shown {
  const dom = new Text();
  const update = ({ data }: Props) => {
    if (dom.data !== data) dom.data = String(data);
  };
  update(from.props);
  return { from, dom: () => dom, update, forget() {} };
}

function element(from: Wanted, dom: Element): Shown {
  let before: Props = {};
  let inside: Inside = new Map();

  function update(props: Props): void {
    const { children, ...others } = props;
    for (const name in { ...before, ...others })
      if (others[name] !== (name === "value" ? Reflect.get(dom, name) : before[name]))
        setProperty(dom, name, others[name]);
    before = others;
    inside = filled(dom, children, inside);
  }
  update(from.props);

  return {
    from,
    dom: () => dom,
    update,
    forget() {
      for (const shown of inside.values()) shown.forget();
      if (before.ref) Object.assign(before.ref, { current: null });
    },
  };
}

/** A component of either kind: a function is one that is nothing but its `render`. */
function part(from: Wanted, component: Part, parent: Element): Shown {
  const wanted = (props: Props) => wantedOf(component.render(props, component.state ?? {}));
  let root = brought(wanted(from.props), undefined, parent);
  afterwards.push(() => component.componentDidMount?.());

  function update(props: Props): void {
    const isDue = component.shouldComponentUpdate?.(props) !== false;
    component.props = props;
    if (isDue) refresh();
  }

  function refresh(): void {
    root = brought(wanted(component.props ?? {}), root, parent);
    afterwards.push(() => component.componentDidUpdate?.());
  }

  component.refresh = () => {
    refresh();
    settle();
  };
  return {
    from,
    dom: () => root.dom(),
    update,
    forget() {
      component.componentWillUnmount?.();
      root.forget();
    },
  };
}

function remove(shown: Shown): void {
  shown.forget();
  shown.dom().remove();
}
