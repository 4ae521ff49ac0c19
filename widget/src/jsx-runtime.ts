import { type ComponentType, createElement, type VNode } from "preact";

/** What JSX compiles to. Preact's own runtime repeats what `createElement` does, and carries code for servers. */
export const jsx = (type: ComponentType | string, props: object, key?: string): VNode =>
  createElement(type, key === undefined ? props : { ...props, key });

export { jsx as jsxs };
