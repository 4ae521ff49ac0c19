import type { Settings } from "./schema.ts";

/** When visitors are asked for a rating, as admins read it. */
export const ratingChoices: { value: Settings["askForRating"]; label: string }[] = [
  { value: "never", label: "Never" },
  { value: "people", label: "When a chat with people is closed" },
  { value: "everyone", label: "After the assistant’s chats, too" },
];
