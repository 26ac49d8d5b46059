import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { commonEnvironment } from '../constructs/common-environment.ts';
import { HttpGateway } from '../constructs/http-gateway.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { EntryName } from '../functions.ts';
import type { ServiceSettings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

export interface ApiStackProps extends StackProps {
  readonly settings: ServiceSettings;
  readonly code: Code;
  readonly data: DataStack;
}

/** What people and staff call. */
export class ApiStack extends Stack {
  readonly functions: readonly ServiceFunction<EntryName>[];
  readonly gateway: HttpGateway;
  readonly #props: ApiStackProps;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    this.#props = props;
    const publicApi = this.#addPublicApi();
    const staffApi = this.#addStaffApi();
    this.functions = [publicApi, staffApi];
    this.gateway = new HttpGateway(this, 'Gateway', {
      settings: props.settings,
      logKey: props.data.operationsKey,
      routes: [...publicRoutes, ...staffRoutes],
      publicApi: publicApi.function,
      staffApi: staffApi.function,
    });
    new CfnOutput(this, 'Url', { value: this.gateway.httpApi.apiEndpoint });
  }

  /** Anybody may call it, so it reaches contacts, receipts and the directory and no case, whatever
   * its code is made to do. */
  #addPublicApi(): ServiceFunction<'public-api'> {
    const { settings, code, data } = this.#props;
    const publicApi = new ServiceFunction(this, {
      entry: 'public-api',
      code,
      settings,
      logKey: data.operationsKey,
      reservedConcurrency: settings.publicConcurrencyMax,
      environment: {
        ...commonEnvironment(settings, data.records.table.tableName),
        PSEUDONYM_SECRET_ID: data.pseudonymSecret.secretArn,
      },
    });
    data.records.allow(publicApi, {
      actions: ['GetItem', 'PutItem', 'Query'],
      partitionKeys: ['CONTACT#*', 'RECEIPT#*', 'DIRECTORY'],
    });
    data.pseudonymSecret.allowReading(publicApi);
    return publicApi;
  }

  #addStaffApi(): ServiceFunction<'staff-api'> {
    const { settings, code, data } = this.#props;
    const { given } = settings;
    const staffApi = new ServiceFunction(this, {
      entry: 'staff-api',
      code,
      settings,
      logKey: data.operationsKey,
      environment: {
        ...commonEnvironment(settings, data.records.table.tableName),
        PSEUDONYM_SECRET_ID: data.pseudonymSecret.secretArn,
        STAFF_ID_CLAIM: given.STAFF_ID_CLAIM,
        STAFF_ROLES_CLAIM: given.STAFF_ROLES_CLAIM,
        STAFF_TEAMS_CLAIM: given.STAFF_TEAMS_CLAIM,
        RESIDENT_PERSON_CLAIM: given.RESIDENT_PERSON_CLAIM,
      },
    });
    data.records.allow(staffApi, {
      actions: ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
      indexes: ['gsi1', 'gsi3'],
    });
    data.pseudonymSecret.allowReading(staffApi);
    return staffApi;
  }
}
