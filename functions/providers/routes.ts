import { claimProviderTask, releaseProviderTask } from '../payments/tasks/hold-provider-task.ts';
import { enterNewProvider } from './enter-provider.ts';
import { listOffers } from './list-offers.ts';
import { confirmProviderAccount, enterProviderAccount } from './provider-account.ts';
import { findProvidersByName, readProvider } from './read-providers.ts';
import { setProviderOffers } from './set-offers.ts';

/** The operations around the market: who supports people, at what price, and where they are paid. */
export const providerRoutes = [
  enterNewProvider,
  findProvidersByName,
  readProvider,
  setProviderOffers,
  enterProviderAccount,
  confirmProviderAccount,
  claimProviderTask,
  releaseProviderTask,
  listOffers,
];
