let context: AudioContext | undefined;

/** Browsers let a page sound only once somebody has used it: from the first press on. Returns how to stop. */
export function warmUp(): () => void {
  const begin = () => {
    context ??= new AudioContext();
    void context.resume();
  };
  addEventListener("pointerdown", begin);
  addEventListener("keydown", begin);
  return () => {
    removeEventListener("pointerdown", begin);
    removeEventListener("keydown", begin);
  };
}

const notes = [
  { hertz: 784, atSeconds: 0 },
  { hertz: 1047, atSeconds: 0.12 },
];

/** Two soft notes. Returns false where the browser does not allow them yet. */
export function chime(): boolean {
  if (context?.state !== "running") return false;
  for (const { hertz, atSeconds } of notes) sound(context, hertz, context.currentTime + atSeconds);
  return true;
}

function sound(on: AudioContext, hertz: number, at: number): void {
  const tone = on.createOscillator();
  const volume = on.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
  tone.connect(volume).connect(on.destination);
  tone.start(at);
  tone.stop(at + 0.5);
}
