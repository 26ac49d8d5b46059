/** The account that one machine pretends to be. Tests and people read these in ARNs, so they are
 * fixed, and no AWS account has the number. */
export const account = {
  id: '000000000000',
  region: 'eu-west-2',
  partition: 'aws',
  urlSuffix: 'amazonaws.com',
} as const;

export function arn(service: string, rest: string, region: string = account.region): string {
  return `arn:${account.partition}:${service}:${region}:${account.id}:${rest}`;
}

/** The name at the end of an ARN of the local account, such as a function's or a queue's. */
export function nameFromArn(text: string): string {
  const last = text.split(/[:/]/).at(-1);
  if (!text.startsWith('arn:') || !last) throw new Error(`"${text}" is not an ARN`);
  return last;
}
