/** The variable under which an SDK client takes a name that it adds to its every request. */
export const callerVariable = 'AWS_SDK_UA_APP_ID';

/** The function that sent a request, as its environment named it to its SDK clients. Powertools adds
 * its own mark behind the name. */
export function callerOf(userAgent: string | undefined): string {
  return /(?:^| )app\/(\S+)/.exec(userAgent ?? '')?.[1]?.replace(/-PT-.*/, '') ?? '';
}
