import * as z from 'zod';

/** How far a message came, in GOV.UK Notify's own words. */
export const MessageStatus = z
  .enum([
    'created',
    'sending',
    'pending',
    'accepted',
    'sent',
    'delivered',
    'received',
    'cancelled',
    'temporary-failure',
    'permanent-failure',
    'technical-failure',
  ])
  .meta({ id: 'MessageStatus' });
export type MessageStatus = z.infer<typeof MessageStatus>;

type Fate = 'on its way' | 'arrived' | 'failed';

/** What each comes to. GOV.UK Notify has tried for three days before it says that a failure was
 * temporary; a text abroad is only ever sent; a letter has been received by the printer. */
export const fateOf: Readonly<Record<MessageStatus, Fate>> = {
  created: 'on its way',
  sending: 'on its way',
  pending: 'on its way',
  accepted: 'on its way',
  sent: 'arrived',
  delivered: 'arrived',
  received: 'arrived',
  cancelled: 'failed',
  'temporary-failure': 'failed',
  'permanent-failure': 'failed',
  'technical-failure': 'failed',
};
