/** Tells the rest of the service that something happened: ids only, never what was recorded. */
export interface Bus {
  publish(detailType: string, detail: Readonly<Record<string, string | number>>): Promise<void>;
}

export const busSource = 'adult-social-care';

/** EventBridge. Its client is loaded when the first event is published. */
export function eventBus(name: string): Bus {
  const connect = async () => {
    const { EventBridgeClient, PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
    return { client: new EventBridgeClient(), PutEventsCommand };
  };
  let connected: ReturnType<typeof connect> | undefined;
  return {
    async publish(detailType, detail) {
      connected ??= connect();
      const { client, PutEventsCommand } = await connected;
      const entry = {
        EventBusName: name,
        Source: busSource,
        DetailType: detailType,
        Detail: JSON.stringify(detail),
      };
      const answer = await client.send(new PutEventsCommand({ Entries: [entry] }));
      if (answer.FailedEntryCount) throw new Error(`the bus refused ${detailType}`);
    },
  };
}
