import { useState } from "preact/hooks";
import type { ListedMember, Removed } from "../../people/protocol.ts";
import type { Site } from "../../settings/protocol.ts";
import { ask, inWords, posted } from "../api.ts";
import { Avatar } from "../elements/avatar.tsx";
import { Problem } from "../elements/form.tsx";
import { isAdmin, isMe } from "../sign-in/session.ts";
import { MadeLink } from "./made-link.tsx";
import { type Rights, RightsFields } from "./rights-fields.tsx";

interface Props {
  member: ListedMember;
  sites: readonly Pick<Site, "key" | "name">[];
  hasSlack: boolean;
  changed: () => void;
}

/** Somebody of the team; admins open them to change what they may, or to help or take them out. */
export function MemberRow({ member, sites, hasSlack, changed }: Props) {
  const { id, name, email, isConfirmed, slackNames, avatarUrl, role, siteKeys } = member;
  const [isOpen, setOpen] = useState(false);
  const named = siteKeys.map((key) => sites.find((site) => site.key === key)?.name ?? key).join(", ");

  return (
    <li>
      <Avatar name={name} url={avatarUrl} kind="agent" />
      <span class="member-name">{name}</span>
      <span class="member-email">
        {email}
        {slackNames.length > 0 && (
          <span class="member-slack">Slack: {slackNames.map((each) => `@${each}`).join(", ")}</span>
        )}
        {hasSlack && !isConfirmed && isAdmin() && <span class="member-slack">Address not confirmed</span>}
      </span>
      <span class="badge">{role === "agent" && named ? `agent for ${named}` : role}</span>
      {isAdmin() && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={`Change ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          Change
        </button>
      )}
      {isOpen && <Changes key={id} member={member} sites={sites} hasSlack={hasSlack} changed={changed} />}
    </li>
  );
}

function Changes({ member, sites, hasSlack, changed }: Props) {
  const { id, name, email, isConfirmed } = member;
  const [rights, setRights] = useState<Rights>(member);
  const [link, setLink] = useState<string>();
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string>();
  const path = `/api/team/${encodeURIComponent(id)}`;
  const act = async (work: () => Promise<string>) => {
    setProblem(undefined);
    setLink(undefined);
    setSaid(
      await work().catch((error: unknown) => {
        setProblem(inWords(error));
        return "";
      }),
    );
    changed();
  };

  const save = async (wanted: Rights) => {
    setRights(wanted);
    await ask("PUT", path, wanted).catch((error: unknown) => {
      setRights(member);
      throw error;
    });
    return "Saved.";
  };
  const resetLink = async () => {
    setLink((await posted<{ link: string }>(`${path}/reset-link`)).link);
    return "";
  };
  const confirmAddress = async () => {
    await posted(`${path}/confirm`);
    return `${email} is confirmed. If ${name} is in Slack under this address, they are one agent from now on.`;
  };
  const signOut = async () => {
    const { ended } = await ask<{ ended: number }>("DELETE", `${path}/sessions`);
    return ended === 0 ? `${name} is not signed in anywhere.` : `${name} is signed out everywhere.`;
  };
  const remove = async () => {
    const words = `Take ${name} out of the team? They are signed out at once, and their open conversations become yours. What they wrote stays.`;
    if (!confirm(words)) return "";
    const { takenOver } = await ask<Removed>("DELETE", path);
    return takenOver > 0 ? `${takenOver} of their conversations are yours now.` : "";
  };

  return (
    <div class="member-changes">
      <RightsFields
        rights={rights}
        sites={sites}
        isOwn={isMe(id)}
        change={({ role, siteKeys }) => void act(() => save({ role, siteKeys }))}
      />
      <Problem>{problem}</Problem>
      <p role="status" class="saved">
        {said}
      </p>
      {link && (
        <MadeLink
          label="Link for a new password"
          words={`Give ${name} this link to choose a new password. It works once, within an hour.`}
          link={link}
        />
      )}
      {hasSlack && !isConfirmed && (
        <div class="member-unconfirmed">
          <p>
            Nobody has shown yet that {email} is {name}’s address, so they and whoever has it in Slack are two
            agents. Signing in with Slack shows it, and so does following a link that was mailed. If you know
            that it is theirs:
          </p>
          <button type="button" onClick={() => void act(confirmAddress)}>
            Confirm address
          </button>
        </div>
      )}
      {!isMe(id) && (
        <div class="member-acts">
          <button type="button" onClick={() => void act(resetLink)}>
            New password
          </button>
          <button type="button" onClick={() => void act(signOut)}>
            Sign out everywhere
          </button>
          <button type="button" class="danger" onClick={() => void act(remove)} aria-label={`Remove ${name}`}>
            Remove
          </button>
        </div>
      )}
    </div>
  );
}
