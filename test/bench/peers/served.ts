/** Tells the bench where the service listens, and stops it when the bench goes away. */
export function served(url: string, stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    void stop().then(() => process.exit(0));
  };
  process.once('disconnect', end);
  process.once('SIGTERM', end);
  process.send?.({ url });
}
