import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Condition } from './table.ts';

export interface Expression {
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Record<string, string> | undefined;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue> | undefined;
}

/** Writes conditions in DynamoDB's language, every attribute behind a name so that none is
 * reserved. */
export function toExpression(conditions: readonly Condition[] | undefined): Expression {
  if (!conditions || conditions.length === 0) return {};
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  const terms = conditions.map((condition, place) => {
    if (condition === 'absent' || condition === 'present') {
      names['#pk'] = 'pk';
      return condition === 'absent' ? 'attribute_not_exists(#pk)' : 'attribute_exists(#pk)';
    }
    const name = `#a${place}`;
    names[name] = condition.attribute;
    if ('is' in condition) return `attribute_not_exists(${name})`;
    if ('equals' in condition) {
      values[`:v${place}`] = condition.equals;
      return `${name} = :v${place}`;
    }
    values[`:v${place}`] = condition.absentOrBelow;
    return `(attribute_not_exists(${name}) OR ${name} < :v${place})`;
  });
  return {
    ConditionExpression: terms.join(' AND '),
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: marshall(values) } : {}),
  };
}
