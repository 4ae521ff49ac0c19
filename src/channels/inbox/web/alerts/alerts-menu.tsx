import { useId, useState } from "preact/hooks";
import { Select, Switch } from "../elements/form.tsx";
import { Icon } from "../elements/icons.tsx";
import { usePopover } from "../elements/use-popover.ts";
import { chime } from "./chime.ts";
import { type Wishes, wish, wishes } from "./wishes.ts";

/** Whether and how this member is told of news in this browser. */
export function AlertsMenu() {
  const id = useId();
  const { isOpen, root, button, toggle } = usePopover();
  return (
    <div class="alerts" ref={root}>
      <button
        type="button"
        class="quiet"
        ref={button}
        aria-label="Alerts"
        title="Alerts"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <Icon name={wishes.value.sound || wishes.value.desktop ? "bell" : "bellOff"} />
      </button>
      {isOpen && (
        <section class="alerts-panel" id={id} aria-label="Alerts in this browser">
          <Sound />
          <Desktop />
          <Select
            label="About"
            value={wishes.value.about}
            change={(about) =>
              wish({ about: about === "mine" ? "mine" : "waiting" } satisfies Partial<Wishes>)
            }
            options={[
              { value: "waiting", label: "Whoever waits, and mine" },
              { value: "mine", label: "Mine only" },
            ]}
          />
        </section>
      )}
    </div>
  );
}

const Sound = () => (
  <Switch
    label="Sound"
    on={wishes.value.sound}
    change={(sound) => {
      wish({ sound });
      if (sound) chime();
    }}
  />
);

const blocked =
  "This browser blocks them for this page. Allow notifications in the page's settings, beside its address, and switch them on again.";

function Desktop() {
  const [problem, setProblem] = useState<string>();
  const isPossible = typeof Notification !== "undefined";
  const isGranted = isPossible && Notification.permission === "granted";

  const change = async (desktop: boolean) => {
    setProblem(undefined);
    if (!desktop) return wish({ desktop });
    const answer = await Notification.requestPermission();
    if (answer === "granted") wish({ desktop });
    else setProblem(blocked);
  };
  return (
    <Switch
      label="Desktop notifications"
      on={wishes.value.desktop && isGranted}
      change={(desktop) => void change(desktop)}
      disabled={!isPossible}
      hint={isPossible ? problem : "This browser has none for pages that are not served over https."}
    />
  );
}
