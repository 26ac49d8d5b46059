/** Makes `Date` tell local-stack time: the machine's clock plus the shared offset. Only what reads
 * the present changes; `performance` and timers stay, as they measure real durations. */
export function installLocalDate(sharedOffset: Float64Array): void {
  const machineDate = Date;
  const now = (): number => Math.floor(machineDate.now() + (sharedOffset[0] ?? 0));

  // A proxy, not a subclass: dates made before or by Node itself stay instances of Date.
  const localDate = new Proxy(machineDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: (target) => new target(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  machineDate.prototype.constructor = localDate;
  globalThis.Date = localDate;
}
