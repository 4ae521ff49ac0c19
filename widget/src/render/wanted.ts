import type { Component } from "./component.ts";

export type Props = Record<string, unknown>;

/** An element that is to be in the page, a text (which has no type), or a component that knows what is to be there. */
export interface Wanted {
  type: string | ((props: Props) => unknown) | (new (props: Props) => Component);
  props: Props;
  key?: unknown;
}
