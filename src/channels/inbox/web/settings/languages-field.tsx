import { useState } from "preact/hooks";
import { languageChoices, languageName } from "../../../../settings/languages.ts";
import type { Settings } from "../../settings/protocol.ts";
import { FieldGroup } from "../elements/field-group.tsx";
import { Field } from "../elements/form.tsx";

type Messages = Settings["messagesInLanguages"];

interface Props {
  value: Messages;
  change: (value: Messages) => void;
  errors: string[] | undefined;
}

/** What visitors read whose browser asks for another language. What is left empty stays as above. */
export function LanguagesField({ value, change, errors }: Props) {
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
    <FieldGroup
      label="In other languages"
      hint="Visitors whose browser asks for one of these languages read its words; what is left empty stays as above."
      errors={errors}
      below={
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
      }
    >
      {value.map((messages) => (
        <InLanguage
          key={messages.language}
          messages={messages}
          change={(changed) => change(value.map((other) => (other === messages ? changed : other)))}
          remove={() => change(value.filter((other) => other !== messages))}
        />
      ))}
    </FieldGroup>
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
