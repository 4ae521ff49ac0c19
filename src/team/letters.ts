import { type Letter, letter } from "../mail/letter.ts";
import type { Mail } from "../mail/mail.ts";

type To = Pick<Letter, "to"> & { name: string; url: string };

export const invitationLetter = ({ to, name, url, by }: To & { by: string }): Mail =>
  letter({
    to,
    title: `${by} invites you to answer visitors`,
    paragraphs: [
      `Hello ${name},`,
      `${by} would like you to join the team that answers visitors on the website. Choose a password, and you are in.`,
    ],
    link: { url, label: "Join the team" },
    foot: "The link works once, within seven days. If you do not know what this is about, ignore this email.",
    tag: "invitation",
  });

export const resetLetter = ({ to, name, url }: To): Mail =>
  letter({
    to,
    title: "Choose a new password",
    paragraphs: [
      `Hello ${name},`,
      "Somebody asked for a new password for your account in the inbox. If it was you, choose one here.",
    ],
    link: { url, label: "Choose a new password" },
    foot: "The link works once, within one hour. If it was not you, ignore this email: your password stays as it is.",
    tag: "password-reset",
  });
