import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Resource, synthesiseService } from './synthesised-service.ts';

const oneOrMore = z.union([z.string().transform((value) => [value]), z.array(z.string())]);
const Statement = z.object({
  Effect: z.literal('Allow'),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z.unknown().optional(),
});
const Policy = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
});

interface Grant {
  readonly role: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
}

const service = synthesiseService('prod');
const grants: readonly Grant[] = service
  .filter(({ type }) => type === 'AWS::IAM::Policy')
  .flatMap(grantsOf);
const grantsTo = (role: RegExp) => grants.filter((grant) => role.test(grant.role));

function grantsOf({ properties }: Resource): Grant[] {
  const { Roles, PolicyDocument } = Policy.parse(properties);
  return Roles.flatMap((role) =>
    PolicyDocument.Statement.map(({ Action, Resource, Condition }) => ({
      role,
      actions: Action,
      resources: Resource,
      condition: Condition,
    })),
  );
}

/** What AWS lets nobody name a resource for: traces, and setting up the delivery of machines' logs. */
const unnameable =
  /^(xray:(Put|Get)\w+|logs:\w+LogDelivery|logs:ListLogDeliveries|logs:(Put|Describe)ResourcePolic\w+|logs:DescribeLogGroups)$/;

describe('Nobody is allowed more than they need', () => {
  it('every function, machine and schedule has a role of its own with rights written for it', () => {
    const roles = service.filter(({ type }) => type === 'AWS::IAM::Role');
    // Six functions, four machines, one for the schedules.
    expect(roles).toHaveLength(11);
    for (const role of roles) {
      expect(role.properties, role.id).not.toHaveProperty('ManagedPolicyArns');
      expect(role.properties, role.id).not.toHaveProperty('Policies');
      expect(
        grants.some((grant) => grant.role === role.id),
        role.id,
      ).toBe(true);
    }
  });

  it('no action is granted by an asterisk', () => {
    expect(grants.length).toBeGreaterThan(30);
    for (const { role, actions } of grants) {
      for (const action of actions) expect(action, role).toMatch(/^[a-z-]+:[A-Za-z]+$/);
    }
  });

  it('no resource is granted by an asterisk but where AWS can name none', () => {
    for (const { role, actions, resources } of grants) {
      if (!resources.includes('*')) continue;
      for (const action of actions) expect(action, role).toMatch(unnameable);
    }
  });

  it('an asterisk in the name of a resource stands only for the executions of a machine of ours', () => {
    const partial = grants
      .flatMap(({ resources }) => resources)
      .filter((resource) => resource !== '*' && resource.includes('*'));
    expect(partial).toHaveLength(4);
    for (const resource of partial) {
      expect(resource).toMatch(/:execution:adult-social-care-prod-[a-z-]+:\*$/);
    }
  });

  it('nobody reads the whole table, changes an item in place or administers the table', () => {
    const actions = grants.flatMap((grant) => grant.actions);
    for (const action of actions.filter((name) => name.startsWith('dynamodb:'))) {
      expect(action).not.toMatch(/Scan|Update|BatchWrite|Table|Backup|\*/);
    }
  });
});

describe('The workflow has one conductor', () => {
  it('only case-stream may start, resume or stop executions', () => {
    const conductors = grants.filter(({ actions }) =>
      actions.some((action) => action.startsWith('states:')),
    );
    expect(new Set(conductors.map(({ role }) => role))).toEqual(
      new Set([expect.stringMatching(/^journey\.casestreamRole/)]),
    );
    expect(conductors.flatMap(({ actions }) => actions).sort()).toEqual([
      'states:DescribeExecution',
      'states:SendTaskFailure',
      'states:SendTaskSuccess',
      'states:StartExecution',
      'states:StopExecution',
    ]);
  });

  it('a machine calls journey-tasks and nothing else', () => {
    const machines = grantsTo(/machineRole/).filter(({ resources }) => !resources.includes('*'));
    expect(machines).toHaveLength(4);
    for (const { actions, resources } of machines) {
      expect(actions).toEqual(['lambda:InvokeFunction']);
      expect(resources).toEqual([expect.stringMatching(/^journey\.journeytasksFunction\w+\.Arn$/)]);
    }
  });

  it('what is put into a definition is that same function', () => {
    const machines = service.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
    expect(machines).toHaveLength(4);
    for (const { properties } of machines) {
      expect(properties['DefinitionSubstitutions']).toEqual({
        JourneyTasksArn: expect.stringMatching(/^journey\.journeytasksFunction\w+\.Arn$/),
      });
    }
  });
});

describe('The function that anybody can call', () => {
  const publicGrants = grantsTo(/publicapiRole/);

  it('reaches contacts, receipts and the directory, and through no index', () => {
    const onTable = publicGrants.filter(({ actions }) => actions[0]?.startsWith('dynamodb:'));
    expect(onTable).toHaveLength(1);
    for (const grant of onTable) {
      expect(grant.condition).toEqual({
        'ForAllValues:StringLike': {
          'dynamodb:LeadingKeys': ['CONTACT#*', 'RECEIPT#*', 'DIRECTORY'],
        },
      });
      expect(grant.resources).toEqual([expect.stringMatching(/^data\.RecordsTable\w+\.Arn$/)]);
      expect(grant.actions).not.toContain('dynamodb:DeleteItem');
    }
  });

  it('is the only one with a concurrency of its own, so that it cannot starve the others', () => {
    const reserved = service.filter(
      (resource) => 'ReservedConcurrentExecutions' in resource.properties,
    );
    expect(reserved.map(({ properties }) => properties['FunctionName'])).toEqual([
      'adult-social-care-prod-public-api',
    ]);
  });

  it('speaks to nothing but the table, its key, one secret and its log', () => {
    const services = publicGrants.flatMap(({ actions }) => actions.map((a) => a.split(':')[0]));
    expect(new Set(services)).toEqual(new Set(['dynamodb', 'kms', 'logs', 'secretsmanager']));
  });
});

describe('Keys are used through the service that holds what they protect', () => {
  it('no function decrypts by itself', () => {
    const onKeys = grants.filter(({ actions }) => actions.some((a) => a.startsWith('kms:')));
    expect(onKeys.length).toBeGreaterThan(6);
    for (const { role, condition } of onKeys) {
      expect(JSON.stringify(condition), role).toMatch(
        /kms:ViaService":"(dynamodb|secretsmanager)\./,
      );
    }
  });
});
