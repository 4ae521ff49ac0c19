import { useId, useState } from "preact/hooks";
import { languageChoices, languageName } from "../../../../settings/languages.ts";
import type { Settings } from "../../settings/protocol.ts";
import { Field } from "../elements/form.tsx";

type Messages = Settings["messagesInLanguages"];

interface Props {
  value: Messages;
  change: (value: Messages) => void;
  errors: string[] | undefined;
}

/** What visitors read whose browser asks for another language. What is left empty stays as above. */
export function LanguagesField({ value, change, errors = [] }: Props) {
  const id = useId();
  const [next, setNext] = useState("");
  const free = languageChoices().filter((choice) => !value.some(({ language }) => language === choice.value));
  const add = () => {
    if (!next) return;
    change([
      ...value,
      { language: next, greeting: "", connectingMessage: "", awayMessage: "", ratingQuestion: "" },
    ]);
    setNext("");
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be drawn as a card of its own.
    <div class="field" role="group" aria-labelledby={id}>
      <p class="label" id={id}>
        In other languages
      </p>
      {value.map((messages) => (
        <InLanguage
          key={messages.language}
          messages={messages}
          change={(changed) => change(value.map((other) => (other === messages ? changed : other)))}
          remove={() => change(value.filter((other) => other !== messages))}
        />
      ))}
      <div class="hint">
        <p>
          Visitors whose browser asks for one of these languages read its words; what is left empty stays as
          above.
        </p>
        {[...new Set(errors)].map((error) => (
          <p class="wrong" key={error}>
            {error}
          </p>
        ))}
      </div>
      <div class="with-button">
        <select
          aria-label="Another language"
          value={next}
          onChange={({ currentTarget }) => setNext(currentTarget.value)}
        >
          <option value="">Choose a language…</option>
          {free.map(({ value: tag, label }) => (
            <option key={tag} value={tag}>
              {label}
            </option>
          ))}
        </select>
        <button type="button" disabled={!next} onClick={add}>
          Add
        </button>
      </div>
    </div>
  );
}

interface OneProps {
  messages: Messages[number];
  change: (messages: Messages[number]) => void;
  remove: () => void;
}

const words = [
  ["greeting", "Greeting"],
  ["connectingMessage", "Connecting message"],
  ["awayMessage", "Away message"],
  ["ratingQuestion", "Rating question"],
] as const;

function InLanguage({ messages, change, remove }: OneProps) {
  const language = languageName(messages.language);
  return (
    <details class="in-language" open={words.every(([name]) => messages[name] === "")}>
      <summary>{language}</summary>
      {words.map(([name, label]) => (
        <Field
          key={name}
          label={`${label} in ${language}`}
          rows={2}
          value={messages[name]}
          change={(typed) => change({ ...messages, [name]: typed })}
        />
      ))}
      <button type="button" onClick={remove}>
        Remove {language}
      </button>
    </details>
  );
}
