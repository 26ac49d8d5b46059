import * as z from 'zod';

/** How support is delivered, as the national return counts it (Client Level Data, release 2). */
export const DeliveryMechanism = z
  .enum(['direct-payment', 'managed-personal-budget', 'commissioned-support'])
  .meta({ id: 'DeliveryMechanism' });
export type DeliveryMechanism = z.infer<typeof DeliveryMechanism>;

export const deliveryMechanismLabels = {
  'direct-payment': 'Direct payment',
  'managed-personal-budget': 'CASSR managed personal budget',
  'commissioned-support': 'CASSR commissioned support',
} satisfies Record<DeliveryMechanism, string>;
