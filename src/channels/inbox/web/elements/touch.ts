/** Whether the page is used by touch: then nobody has the keys that a hint would name. */
export const isTouched = () => globalThis.matchMedia?.("(pointer: coarse)").matches ?? false;
