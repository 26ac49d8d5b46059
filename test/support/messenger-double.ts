import type { MessageStatus } from '#shared/domain/letters/message-status.ts';
import type { Message, Messenger } from '#shared/gateways/govuk-notify.ts';

/** GOV.UK Notify as far as it matters: it takes everything, and tells no repeats apart. */
export class MessengerDouble implements Messenger {
  readonly sent: Message[] = [];
  failsAt: 'nothing' | 'before sending' | 'after sending' = 'nothing';
  /** What became of the messages of each channel; forgotten where nothing is said. */
  readonly fates = new Map<string, MessageStatus>();

  async send(message: Message): Promise<string> {
    if (this.failsAt === 'before sending') throw new Error('Notify is away');
    this.sent.push(message);
    if (this.failsAt === 'after sending') throw new Error('the answer was lost');
    return `n-${this.sent.length}`;
  }

  async find(reference: string): Promise<string | undefined> {
    const place = this.sent.findIndex((message) => message.reference === reference);
    return place < 0 ? undefined : `n-${place + 1}`;
  }

  async statusOf(messageId: string): Promise<MessageStatus | undefined> {
    const message = this.sent[Number(messageId.slice('n-'.length)) - 1];
    return message && this.fates.get(message.to.channel);
  }
}
