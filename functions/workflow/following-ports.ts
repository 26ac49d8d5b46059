import type { ConcernState } from '#shared/domain/safeguarding/concern.ts';
import type { Bus } from '#shared/gateways/bus.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import type { Ports } from '../ports.ts';
import type { WorkflowPorts } from './workflow-ports.ts';

/** What it takes to follow what was written to the table. */
export interface FollowingPorts extends WorkflowPorts {
  readonly council: Ports['council'];
  readonly agreements: Ports['agreements'];
  readonly contacts: Ports['contacts'];
  readonly people: Ports['people'];
  readonly concerns: EventLog<ConcernState>;
  readonly system: Ports['system'];
  readonly pseudonyms: Ports['pseudonyms'];
  readonly bus: Bus;
}
