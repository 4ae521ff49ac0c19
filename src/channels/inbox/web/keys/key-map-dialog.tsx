import { Fragment } from "preact";
import { Dialog } from "../elements/dialog.tsx";
import { Switch } from "../elements/form.tsx";
import { mapShown } from "./acts.ts";
import { type Key, keyMap } from "./key-map.ts";
import { modKey } from "./key-names.ts";
import { chooseSendKey, sendKey } from "./send-key.ts";

/** Every key and what it does. Those of the text box are its own; all others come from the table that is obeyed. */
export function KeyMapDialog() {
  if (!mapShown.value) return null;
  const close = () => {
    mapShown.value = false;
  };
  const isPlain = sendKey() === "enter";
  return (
    <Dialog title="Keyboard" close={close}>
      <div class="key-map">
        {groups.map((group) => (
          <Keys
            key={group}
            group={group}
            rows={keyMap.filter((key) => key.group === group).map(({ keys, does }) => [keys, does])}
          />
        ))}
        <Keys
          group="While you write"
          rows={[
            [isPlain ? ["Enter"] : [`${modKey}+Enter`], "Send"],
            [isPlain ? ["Shift+Enter"] : ["Enter"], "Start a line"],
            [["/"], "Choose a saved reply, at the start of a line"],
            [[":"], "Choose an emoji by its name"],
            [["Escape"], "Leave the text box; what you wrote stays"],
          ]}
        />
      </div>
      <Switch
        label={`Send with ${modKey}+Enter only`}
        on={!isPlain}
        change={(on) => chooseSendKey(on ? "mod-enter" : "enter")}
        hint="Enter alone then starts a line. For you, in this browser."
      />
    </Dialog>
  );
}

const groups: Key["group"][] = ["Everywhere", "The list", "The open conversation"];

function Keys({ group, rows }: { group: string; rows: [readonly string[], string][] }) {
  return (
    <section>
      <h3>{group}</h3>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && " then "}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
