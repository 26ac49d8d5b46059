import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Offers, setOffers } from '#shared/domain/provider/set-offers.ts';
import type { Ports } from '../ports.ts';
import { changeProvider, ProviderAnswer, ProviderParams } from './change-provider.ts';

export const setProviderOffers = staffOperation({
  id: 'set-offers',
  method: 'PUT',
  path: '/providers/{providerId}/offers',
  tag: 'Providers',
  roles: ['finance-officer', 'team-manager'],
  summary: 'Set all that a provider offers; a price that holds is ended and another begun',
  params: ProviderParams,
  query: NoQuery,
  body: Offers,
  answer: ProviderAnswer,
  handle: (request, ports: Pick<Ports, 'table' | 'system'>) =>
    changeProvider(request, ports, (provider, moment) => setOffers(provider, request.body, moment)),
});
