/** A secret's value, fetched once in a function's life. The client is loaded only when it is
 * needed, so that it costs nothing at the start. */
export function secretReader(secretId: string): () => Promise<string> {
  let value: Promise<string> | undefined;
  const fetchValue = async (): Promise<string> => {
    const { GetSecretValueCommand, SecretsManagerClient } = await import(
      '@aws-sdk/client-secrets-manager'
    );
    const answer = await new SecretsManagerClient().send(
      new GetSecretValueCommand({ SecretId: secretId }),
    );
    if (!answer.SecretString) throw new Error(`secret ${secretId} has no text`);
    return answer.SecretString;
  };
  return () => {
    value ??= fetchValue().catch((fault: unknown) => {
      // A failed fetch is not kept: the next call tries again.
      value = undefined;
      throw fault;
    });
    return value;
  };
}
