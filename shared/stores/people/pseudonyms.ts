import { derivedId, hmacSha256 } from '../table/digest.ts';

/** Names that say nothing: what stands in keys where personal data may not. */
export interface Pseudonyms {
  /** The key of a pointer item, made from what is searched by (an NHS number, a name and a birth
   * date). */
  pointer(kind: string, parts: readonly string[]): Promise<string>;
  /** The reference and the secret of the receipt for a request: the same for the same request. */
  receipt(requestId: string): Promise<Receipt>;
}

export interface Receipt {
  /** Read out on the phone and printed on letters: ASC-XXXX-XXXX-XXXX. */
  readonly reference: string;
  /** 128 bits or more; only its digest is kept. */
  readonly secret: string;
}

export function keyedPseudonyms(readKey: () => Promise<string>): Pseudonyms {
  return {
    async pointer(kind, parts) {
      return `${kind.toUpperCase()}#${hmacSha256(await readKey(), JSON.stringify([kind, ...parts]))}`;
    },
    async receipt(requestId) {
      const key = await readKey();
      const letters = derivedId(['receipt', hmacSha256(key, `reference:${requestId}`)], 12);
      const groups = letters.toUpperCase().match(/.{4}/g) ?? [];
      return {
        reference: ['ASC', ...groups].join('-'),
        secret: hmacSha256(key, `secret:${requestId}`),
      };
    },
  };
}
