interface Props {
  now: number | undefined;
  before: number | undefined;
  inWords: (value: number) => string;
}

/** How a number has moved since the time before: whether that is good is for people to say. */
export function Change({ now, before, inWords }: Props) {
  if (now === undefined || before === undefined) return null;
  const [then, today] = [inWords(before), inWords(now)];
  const way = then === today ? "same" : now > before ? "up" : "down";
  return (
    <span class="change">
      {way !== "same" && (
        <>
          <span aria-hidden="true">{way === "up" ? "↑ " : "↓ "}</span>
          <span class="for-ears">{way}, </span>
        </>
      )}
      {way === "same" ? "as before" : `was ${then}`}
    </span>
  );
}
