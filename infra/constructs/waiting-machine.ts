import { readFileSync } from 'node:fs';
import { Arn, ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  DefinitionBody,
  LogLevel,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { ServiceSettings } from '../settings.ts';

/** The definitions in `state-machines/`. Their names are permanent: executions carry them. */
export const machineNames = ['journey', 'support-planning', 'review', 'payment-run'] as const;
export type MachineName = (typeof machineNames)[number];

export interface WaitingMachineProps {
  readonly machine: MachineName;
  readonly journeyTasks: IFunction;
  readonly settings: ServiceSettings;
  readonly logKey: IKey;
}

/** A state machine that waits and routes. The one function put into its definition is the one thing
 * that its role may call. */
export class WaitingMachine extends Construct {
  readonly machine: MachineName;
  readonly stateMachineName: string;
  readonly stateMachine: StateMachine;
  /** Every execution of this machine; an execution's own name is made when it starts. */
  readonly executionArns: string;

  constructor(scope: Construct, props: WaitingMachineProps) {
    super(scope, `${props.machine}-machine`);
    const { machine, journeyTasks, settings } = props;
    this.machine = machine;
    const stateMachineName = `${settings.namePrefix}-${machine}`;
    this.stateMachineName = stateMachineName;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [journeyTasks.functionArn],
      }),
    );
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Log delivery and X-Ray have no resource to name; the call to the function names it.',
    });
    this.stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(readDefinition(machine)),
      definitionSubstitutions: { JourneyTasksArn: journeyTasks.functionArn },
      role,
      tracingEnabled: true,
      logs: {
        // The prefix keeps the account's log resource policy from growing with each machine.
        destination: new LogGroup(this, 'Log', {
          logGroupName: `/aws/vendedlogs/states/${stateMachineName}`,
          retention: settings.logRetention,
          encryptionKey: props.logKey,
          removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }),
        level: LogLevel[settings.machineLogLevel],
        includeExecutionData: false,
      },
    });
    if (settings.machineLogLevel !== 'ALL') {
      Validations.of(this.stateMachine).acknowledge({
        id: 'AwsSolutions-SF1',
        reason: 'The record of every step is the case itself; here only errors add to it.',
      });
    }
    this.executionArns = executionArnsOf(stateMachineName, Stack.of(this));
  }
}

function executionArnsOf(stateMachineName: string, stack: Stack): string {
  return Arn.format(
    {
      service: 'states',
      resource: 'execution',
      resourceName: `${stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    },
    stack,
  );
}

function readDefinition(machine: MachineName): string {
  const file = new URL(`../../state-machines/${machine}.asl.json`, import.meta.url);
  return readFileSync(file, 'utf8');
}
