import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { AlertsMenu } from "./alerts/alerts-menu.tsx";
import { title } from "./alerts/title.ts";
import { Avatar } from "./elements/avatar.tsx";
import { Icon, type IconName } from "./elements/icons.tsx";
import { Link } from "./elements/link.tsx";
import { BrokenBanner } from "./health/broken-banner.tsx";
import { lineState } from "./line.ts";
import { counts } from "./list/counts.ts";
import { route } from "./route.ts";
import { signOut } from "./sign-in/recognise.ts";
import { session } from "./sign-in/session.ts";

/** What stands around every page once somebody is signed in. */
export function Shell({ children }: { children: ComponentChildren }) {
  const waiting = counts.value?.waiting ?? 0;
  useEffect(() => {
    document.title = title.value;
  }, [title.value]);

  return (
    <div class={`shell ${isInConversation() ? "in-conversation" : ""}`}>
      <a class="skip" href="#content">
        Skip to content
      </a>
      <nav class="rail" aria-label="Main">
        <p class="brand">Live Handoff</p>
        <Place
          page="conversations"
          href="/inbox"
          icon="conversations"
          label="Conversations"
          count={waiting}
        />
        <Place page="analytics" href="/inbox/analytics" icon="analytics" label="Analytics" />
        <Place page="settings" href="/inbox/settings" icon="settings" label="Settings" />
        <Place page="team" href="/inbox/team" icon="team" label="Team" />
        <Self />
      </nav>
      <div class="stage" id="content" tabIndex={-1}>
        {lineState.value === "lost" && (
          <p class="offline" role="status">
            Connection lost. What you see may be out of date, and what you write is sent when it is back.
          </p>
        )}
        <BrokenBanner />
        {children}
      </div>
    </div>
  );
}

const isInConversation = () => route.value.page === "conversations" && route.value.id !== undefined;

interface PlaceProps {
  page: string;
  href: string;
  icon: IconName;
  label: string;
  count?: number;
}

function Place({ page, href, icon, label, count = 0 }: PlaceProps) {
  return (
    <Link class="place" href={href} aria-current={route.value.page === page ? "page" : undefined}>
      <Icon name={icon} />
      <span class="place-label">{label}</span>
      {count > 0 && (
        <span class="count" title={`${count} waiting`} aria-hidden="true">
          {count}
        </span>
      )}
    </Link>
  );
}

function Self() {
  if (session.value.state !== "in") return null;
  const { name, email, avatarUrl } = session.value.member;
  return (
    <div class="self">
      <Link class="self-link" href="/inbox/account">
        <span class="for-ears">Your account: </span>
        <Avatar name={name} url={avatarUrl} kind="agent" />
        <span class="self-name" title={email}>
          {name}
        </span>
      </Link>
      <AlertsMenu />
      <button
        type="button"
        class="quiet sign-out"
        aria-label="Sign out"
        title="Sign out"
        onClick={() => void signOut()}
      >
        <Icon name="signOut" />
      </button>
    </div>
  );
}
