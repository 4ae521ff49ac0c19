import { hoursFrom } from "../../../../settings/hours-from.ts";
import { hoursInWords } from "../../../../settings/hours-in-words.ts";
import { languageChoices } from "../../../../settings/languages.ts";
import { ratingChoices } from "../../../../settings/rating-choices.ts";
import { choiceOf, type Field, linesOf, numberOf, peopleOf, switchOf, wordsOf } from "./field.ts";
import { ladder } from "./ladder.ts";
import { personalQuietHours, quietHours } from "./quiet-hours.ts";

const hours: Field[] = [
  {
    name: "officeHours",
    label: "Office hours",
    hint: "Such as Mon-Fri 9:00-17:30, Sat 10-14. 24/7 or nothing: always.",
    kind: "line",
    shown: ({ hours }) => (hours.week.length > 0 ? hoursInWords(hours.week) : ""),
    wanted(value, { draft: { hours } }) {
      const read = hoursFrom(value);
      return "problem" in read ? read : { hours: { ...hours, week: read.week } };
    },
    isAbout: ([key, part]) => key === "hours" && part === "week",
  },
  {
    name: "timeZone",
    label: "Time zone",
    hint: "Of the office hours, such as Europe/Berlin.",
    kind: "line",
    shown: ({ hours }) => hours.timeZone,
    wanted: (value, { draft: { hours } }) => ({ hours: { ...hours, timeZone: value || "UTC" } }),
    isAbout: ([key, part]) => key === "hours" && part === "timeZone",
  },
  {
    name: "holidays",
    label: "Holidays",
    hint: "Days without anybody, such as 2026-12-25; one a line or by comma.",
    kind: "lines",
    shown: ({ hours }) => hours.holidays.join("\n"),
    wanted: (value, { draft: { hours } }) => ({
      hours: { ...hours, holidays: value.split(/[\s,;]+/).filter(Boolean) },
    }),
    isAbout: ([key, part]) => key === "hours" && part === "holidays",
  },
  switchOf("presenceCounts", {
    label: "Presence counts",
    hint: "Closed, too, while nobody in the Slack channel is active and nobody has the inbox open.",
  }),
];

/** The settings as the modal shows them, in groups. */
export const groups: { title: string; fields: Field[] }[] = [
  {
    title: "Handing over to people",
    fields: [
      switchOf("liveHandoff", {
        label: "Live handoff",
        hint: "Off: nobody is handed to people, and visitors are told so; who asks is marked in the inbox. On again: people are called for those of the last three days who still wait, 50 at most.",
      }),
      wordsOf("slackChannel", {
        label: "Slack channel",
        hint: "Where conversations appear.",
        kind: "channel",
      }),
      linesOf("triggerPhrases", {
        label: "Trigger phrases",
        hint: "One a line. Whoever writes one is handed to people at once. Asking for a person is recognised anyway.",
      }),
      linesOf("handoffRules", {
        label: "Handoff rules",
        hint: "One a line, in your own words. The assistant's model follows them.",
      }),
      choiceOf("teamLanguage", {
        label: "Team language",
        hint: "In which the team reads and writes where a conversation is translated.",
        options: languageChoices(),
      }),
    ],
  },
  { title: "When people answer", fields: hours },
  {
    title: "Telling people that somebody waits",
    fields: [
      switchOf("emailNotifications", { label: "Email notifications", hint: "To these addresses:" }),
      linesOf("emailRecipients", {
        label: "Email recipients",
        hint: "One a line or by comma.",
        commas: true,
      }),
      switchOf("smsNotifications", { label: "SMS notifications", hint: "To these numbers:" }),
      linesOf("smsRecipients", {
        label: "SMS recipients",
        hint: "Such as +14155550123, one a line or by comma.",
        commas: true,
      }),
      numberOf("smsPerDay", {
        label: "SMS a day",
        hint: "No more than so many are sent within 24 hours, whatever happens.",
      }),
      ladder,
      quietHours,
      personalQuietHours,
    ],
  },
  {
    title: "Words",
    fields: [
      wordsOf("assistantInstructions", {
        label: "Assistant instructions",
        hint: "What the assistant should know and how it should speak.",
        kind: "words",
      }),
      wordsOf("greeting", {
        label: "Greeting",
        hint: "The first words a visitor reads. Left empty, they promise only what is connected.",
        kind: "words",
      }),
      wordsOf("awayMessage", {
        label: "Away message",
        hint: "What visitors read at a handoff while the team is away or closed.",
        kind: "words",
      }),
      choiceOf("askForRating", {
        label: "Ask for a rating",
        hint: "Visitors are asked once whether the chat was good or not, and may say why. They can skip it.",
        options: ratingChoices,
      }),
      wordsOf("ratingQuestion", {
        label: "Rating question",
        hint: "Left empty, visitors are asked “How was this chat for you?” in their language.",
        kind: "words",
      }),
    ],
  },
  {
    title: "Privacy",
    fields: [
      switchOf("maskSecrets", {
        label: "Mask cards, keys and passwords",
        hint: "In Slack, mails, SMS, exports and what the assistant's model reads. In the inbox they can be revealed.",
      }),
      choiceOf("secretsRevealedBy", {
        label: "Who may reveal what is masked",
        hint: "In the inbox; who looks is noted.",
        options: [
          { value: "admins", label: "Admins" },
          { value: "everyone", label: "Everybody of the team" },
        ],
      }),
      switchOf("retentionErasesSlack", {
        label: "Erase in Slack too",
        hint: "When a conversation's time is over, the app's posts and files go from Slack as well.",
      }),
    ],
  },
  {
    title: "Replies from Slack",
    fields: [
      numberOf("holdSeconds", {
        label: "Undo seconds",
        hint: "How long a reply can be taken back before the visitor gets it, at most 120. 0: it is sent at once.",
      }),
      switchOf("guestsMayReply", {
        label: "Guests may reply",
        hint: "Off: what guests and people of other companies write in a thread stays with the team.",
      }),
      peopleOf("slackAdmins", {
        label: "Slack admins",
        hint: "They get a direct message when nothing reaches Slack any more, and may change these settings, as workspace admins and owners may anyway.",
      }),
    ],
  },
];

export const fields: Field[] = groups.flatMap((group) => group.fields);
