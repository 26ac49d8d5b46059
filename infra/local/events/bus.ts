import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { BusEvent, EventSink, JsonAnswer, JsonService, LocalClock } from '../ports.ts';
import { account, arn, nameFromArn } from '../template/account.ts';
import type { Deployment } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';
import {
  createDelivery,
  type Delivery,
  type DeliveryPorts,
  type Target,
} from './deliver-to-target.ts';
import { compilePattern, type Matches } from './patterns.ts';

/** EventBridge's buses and rules: a sink for the local stack and a service for the SDK. */
export interface EventBus extends EventSink, JsonService {
  readonly refuseNext: Delivery['refuseNext'];
}

export interface EventBusPorts extends DeliveryPorts {
  readonly clock: Pick<LocalClock, 'now'>;
  readonly deployment: Pick<Deployment, 'ofType'>;
}

interface Rule {
  readonly arn: string;
  readonly busName: string;
  readonly matches: Matches;
  readonly targets: readonly Target[];
}

const busProperties = z.strictObject({
  Name: z.string(),
  Description: withoutEffect,
  KmsKeyIdentifier: withoutEffect,
  DeadLetterConfig: withoutEffect,
  LogConfig: withoutEffect,
  Tags: withoutEffect,
});
const ruleProperties = z.strictObject({
  Name: withoutEffect,
  Description: withoutEffect,
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.unknown()),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z
    .array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        RoleArn: withoutEffect,
        RetryPolicy: z
          .strictObject({
            MaximumRetryAttempts: z.number().optional(),
            MaximumEventAgeInSeconds: z.number().optional(),
          })
          .optional(),
        DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
      }),
    )
    .default([]),
  Tags: withoutEffect,
});

const putEvents = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().min(1),
        DetailType: z.string().min(1),
        Detail: z.string(),
        EventBusName: z.string().default('default'),
        Resources: z.array(z.string()).default([]),
        /** Seconds since the epoch, as the protocol has it. */
        Time: z.number().optional(),
      }),
    )
    .min(1)
    .max(10),
});

const entryBytesMax = 256 * 1024;

function readRules(deployment: Pick<Deployment, 'ofType'>, delivery: Delivery): Rule[] {
  return deployment.ofType('AWS::Events::Rule').flatMap((resource) => {
    const properties = readProperties(resource, ruleProperties);
    const targets = properties.Targets.map(({ Arn, DeadLetterConfig }) => ({
      arn: Arn,
      ...(DeadLetterConfig && { deadLetterArn: DeadLetterConfig.Arn }),
    }));
    for (const target of targets) delivery.check(target, resource.path);
    if (properties.State === 'DISABLED') return [];
    return {
      arn: arn('events', `rule/${resource.name}`),
      busName: busNameOf(properties.EventBusName),
      matches: compilePattern(properties.EventPattern),
      targets,
    };
  });
}

function busNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameFromArn(nameOrArn) : nameOrArn;
}

export function createEventBus(ports: EventBusPorts): EventBus {
  const { deployment, clock } = ports;
  const delivery = createDelivery(ports);
  const buses = new Set(['default']);
  for (const resource of deployment.ofType('AWS::Events::EventBus')) {
    buses.add(readProperties(resource, busProperties).Name);
  }
  const rules = readRules(deployment, delivery);
  for (const { arn: ruleArn, busName } of rules) {
    if (!buses.has(busName)) throw new Error(`${ruleArn}: the local stack has no bus ${busName}`);
  }

  const accept = (busName: string, event: BusEvent, at = clock.now()): string => {
    const id = randomUUID();
    const envelope = {
      version: '0',
      id,
      'detail-type': event.detailType,
      source: event.source,
      account: account.id,
      // To the second, as EventBridge has it.
      time: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
      region: account.region,
      resources: event.resources ?? [],
      detail: event.detail,
    };
    for (const rule of rules) {
      if (rule.busName !== busName || !rule.matches(envelope)) continue;
      for (const target of rule.targets) delivery.deliver(target, envelope, rule.arn);
    }
    return id;
  };

  const put = (body: unknown): JsonAnswer => {
    const request = putEvents.safeParse(body);
    if (!request.success) {
      return refused('ValidationException', z.prettifyError(request.error));
    }
    const unknown = request.data.Entries.find((entry) => !buses.has(busNameOf(entry.EventBusName)));
    if (unknown) {
      return refused(
        'ResourceNotFoundException',
        `Event bus ${unknown.EventBusName} does not exist.`,
      );
    }
    const entries = request.data.Entries.map((entry) => {
      const detail = readDetail(entry.Detail);
      if ('ErrorCode' in detail) return detail;
      const event = {
        source: entry.Source,
        detailType: entry.DetailType,
        detail: detail.value,
        resources: entry.Resources,
      };
      const at = entry.Time === undefined ? undefined : entry.Time * 1000;
      return { EventId: accept(busNameOf(entry.EventBusName), event, at) };
    });
    const FailedEntryCount = entries.filter((entry) => 'ErrorCode' in entry).length;
    return { status: 200, body: { FailedEntryCount, Entries: entries } };
  };

  return {
    target: 'AWSEvents',
    refuseNext: (times) => delivery.refuseNext(times),
    async put(busName, event) {
      if (!buses.has(busName)) throw new Error(`the local stack has no bus ${busName}`);
      accept(busName, event);
    },
    async handle(operation, body) {
      if (operation === 'PutEvents') return put(body);
      return refused('UnknownOperationException', `the local bus does not know ${operation}`);
    },
  };
}

function refused(type: string, message: string): JsonAnswer {
  return { status: 400, body: { __type: type, message } };
}

function readDetail(
  text: string,
): { value: unknown } | { ErrorCode: string; ErrorMessage: string } {
  if (Buffer.byteLength(text) > entryBytesMax) {
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: 'Total size of the entry is over 256 KB.',
    };
  }
  const malformed = { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { value } : malformed;
  } catch {
    return malformed;
  }
}
