/**
 * The part of Preact that the widget uses, with the same meaning, at a quarter of its weight: every page that shows
 * the widget pays for each byte. `vite.config.ts` puts it in Preact's place; without that line all works the same.
 * A component has one root element or none. There are no contexts, fragments or hooks.
 */
export { Component } from "./component.ts";
export { createRef } from "./create-ref.ts";
export { render } from "./render.ts";
