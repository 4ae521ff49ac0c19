/** With one message. */
export const maxFiles = 10;

/** Of each; what the widget takes from a visitor, too. */
export const maxFileBytes = 25 * 1024 * 1024;
