import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type EntryEnvironments, type EntryName, functionSizes } from '../functions.ts';
import type { ServiceSettings } from '../settings.ts';

export interface ServiceFunctionProps<Entry extends EntryName> {
  readonly entry: Entry;
  readonly environment: EntryEnvironments[Entry];
  readonly code: Code;
  readonly settings: ServiceSettings;
  readonly logKey: IKey;
  readonly reservedConcurrency?: number;
  /** Where an asynchronous call goes that failed every retry. */
  readonly onFailure?: IQueue;
}

/** One of the six functions, with a role of its own that may write its own log and nothing else
 * until a stack says what else. */
export class ServiceFunction<Entry extends EntryName> extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, props: ServiceFunctionProps<Entry>) {
    super(scope, props.entry);
    const { settings, entry } = props;
    const size = functionSizes[entry];
    const functionName = `${settings.namePrefix}-${entry}`;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: settings.logRetention,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: props.code,
      handler: `${entry}/${entry}.handler`,
      memorySize: size.memoryMegabytes,
      timeout: Duration.seconds(size.timeoutSeconds),
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: entry,
        POWERTOOLS_LOG_LEVEL: settings.logLevel,
      },
      role: this.role,
      logGroup,
      ...(props.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.reservedConcurrency,
      }),
      ...(props.onFailure && { onFailure: new SqsDestination(props.onFailure) }),
    });
  }

  /** Lets the function do exactly these things to exactly these resources. */
  allow(actions: readonly string[], resources: readonly string[]): void {
    this.role.addToPolicy(
      new PolicyStatement({ actions: [...actions], resources: [...resources] }),
    );
  }
}
