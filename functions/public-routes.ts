import type { Operation } from '#shared/contracts/operation.ts';
import { makeContact } from './contact/make-contact.ts';
import { readReceipt } from './contact/read-receipt.ts';
import { readDocs } from './information/read-docs.ts';
import { readOpenApi } from './information/read-openapi.ts';
import { publicInformationRoutes } from './information/routes.ts';
import type { Ports } from './ports.ts';

/** Every operation that needs no account. */
export const publicRoutes: readonly Operation<Ports>[] = [
  makeContact,
  readReceipt,
  ...publicInformationRoutes,
  readOpenApi,
  readDocs,
];
