import { Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ServiceSettings } from '../settings.ts';
import type { ServiceFunction } from './service-function.ts';
import { type MachineName, machineNames, WaitingMachine } from './waiting-machine.ts';

export interface JourneyMachinesProps {
  readonly journeyTasks: IFunction;
  readonly settings: ServiceSettings;
  readonly logKey: IKey;
}

export class JourneyMachines extends Construct {
  readonly all: readonly WaitingMachine[];

  constructor(scope: Construct, id: string, props: JourneyMachinesProps) {
    super(scope, id);
    this.all = machineNames.map((machine) => new WaitingMachine(this, { ...props, machine }));
  }

  arnOf(machine: MachineName): string {
    const found = this.all.find((candidate) => candidate.machine === machine);
    if (!found) throw new Error(`no machine is named ${machine}`);
    return found.stateMachine.stateMachineArn;
  }

  /** Hands the machines to the one function that may start, resume and stop their executions. */
  allowConducting(conductor: ServiceFunction<'case-stream'>): void {
    conductor.allow(
      ['states:StartExecution', 'states:SendTaskSuccess', 'states:SendTaskFailure'],
      this.all.map(({ stateMachine }) => stateMachine.stateMachineArn),
    );
    conductor.allow(
      ['states:DescribeExecution', 'states:StopExecution'],
      this.all.map(({ executionArns }) => executionArns),
    );
    for (const { stateMachineName } of this.all) {
      Validations.of(conductor.role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${stateMachineName}:*]`,
        reason: 'An execution is named when it starts; the machine it belongs to is named here.',
      });
    }
  }
}
