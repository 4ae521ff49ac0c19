import { createEmulator, defineEmulator } from "emulate";

/** The emulator has no public way to register for its events, so its dispatcher is caught as it is made. */
export async function emulatedSlack(seed: object) {
  type Dispatcher = { register(subscription: object): void };
  type DispatcherClass = { prototype: { setHeaderFactory(make: unknown): unknown } };
  let Class: DispatcherClass | undefined;
  const probe = defineEmulator({
    name: "probe",
    state: () => ({}),
    setup({ webhooks }: { webhooks: { constructor: DispatcherClass } }) {
      Class = webhooks.constructor;
    },
  } as never);
  await (await createEmulator({ service: probe, listen: false } as never)).close();
  if (!Class) throw new Error("The emulator no longer shows its dispatcher.");

  let dispatcher: Dispatcher | undefined;
  const original = Class.prototype.setHeaderFactory;
  Class.prototype.setHeaderFactory = function (this: Dispatcher, make: unknown) {
    dispatcher = this;
    return original.call(this, make);
  };
  const slack = await createEmulator({ service: "slack", port: 0, seed: { slack: seed } } as never);
  Class.prototype.setHeaderFactory = original;
  if (!dispatcher) throw new Error("The emulator no longer makes its dispatcher this way.");
  const { register } = dispatcher;
  return {
    slack,
    deliverTo: (url: string) =>
      register.call(dispatcher, { url, events: ["*"], active: true, owner: "slack" }),
  };
}
