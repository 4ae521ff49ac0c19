/** To where one writes on, from a button that is about to go: or the page would get the focus, and the next key. */
export function focusMessage({ currentTarget }: { currentTarget: Element }): void {
  currentTarget.closest(".panel")?.querySelector("textarea")?.focus();
}
