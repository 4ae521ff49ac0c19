import type { Props, Wanted } from "./wanted.ts";

/** What JSX compiles to. */
export const jsx = (type: Wanted["type"], props: Props, key?: string): Wanted => ({ type, props, key });

export { jsx as jsxs };
