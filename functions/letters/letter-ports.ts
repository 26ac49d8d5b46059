import type { Messenger } from '#shared/gateways/govuk-notify.ts';
import type { Ports } from '../ports.ts';

/** What telling people asks for. */
export type LetterPorts = Pick<
  Ports,
  'table' | 'cases' | 'people' | 'contacts' | 'council' | 'system'
> & { readonly messenger: Messenger };
