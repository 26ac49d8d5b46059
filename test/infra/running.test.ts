import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { entryNames } from '#infra/functions.ts';
import { synthesiseService } from './synthesised-service.ts';

const service = synthesiseService('prod');
const ofType = (type: string) => service.filter((resource) => resource.type === type);

describe('The six functions', () => {
  const functions = new Map(
    ofType('AWS::Lambda::Function').map(({ properties }) => [
      properties['FunctionName'],
      properties,
    ]),
  );

  it('have names that never change', () => {
    expect([...functions.keys()].sort()).toEqual([
      'adult-social-care-prod-case-stream',
      'adult-social-care-prod-journey-tasks',
      'adult-social-care-prod-notify',
      'adult-social-care-prod-public-api',
      'adult-social-care-prod-schedules',
      'adult-social-care-prod-staff-api',
    ]);
  });

  it.each(entryNames)('%s runs as all do, from the one folder and with its own log', (entry) => {
    expect(functions.get(`adult-social-care-prod-${entry}`)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: `${entry}/${entry}.handler`,
      LoggingConfig: { LogGroup: expect.stringContaining('Log') },
      Environment: {
        Variables: {
          TABLE_NAME: expect.stringMatching(/^data\.RecordsTable/),
          COUNCIL: 'example',
          STAGE: 'prod',
        },
      },
    });
    const places = [...functions.values()].map(({ Code }) => JSON.stringify(Code));
    expect(new Set(places).size).toBe(1);
  });

  it.each(entryNames)(
    '%s begins no trace of its own: its metrics say as much for nothing',
    (entry) => {
      expect(functions.get(`adult-social-care-prod-${entry}`)).not.toHaveProperty('TracingConfig');
    },
  );

  it('hold no secret, only the place of one', () => {
    for (const { Environment, FunctionName } of functions.values()) {
      const variables = z
        .object({ Variables: z.record(z.string(), z.string()) })
        .parse(Environment);
      for (const [name, value] of Object.entries(variables.Variables)) {
        if (name.includes('SECRET')) expect(value, String(FunctionName)).toMatch(/^data\.\w+$/);
      }
    }
  });
});

describe('What is recorded reaches case-stream', () => {
  const [mapping] = ofType('AWS::Lambda::EventSourceMapping').filter(
    ({ properties }) => properties['StartingPosition'],
  );

  it('new events, and new and changed waits, and nothing else', () => {
    const filters = z
      .object({ Filters: z.array(z.object({ Pattern: z.string() })) })
      .parse(mapping?.properties['FilterCriteria'])
      .Filters.map(({ Pattern }) => JSON.parse(Pattern));
    expect(filters).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'WORK#' }] } } } },
    ]);
  });

  it('one record that cannot be read holds up no other, and is tried for six hours', () => {
    expect(mapping?.properties).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 6 * 60 * 60,
      StartingPosition: 'TRIM_HORIZON',
    });
  });

  it('so does the loss of an execution, and a case that reconcile found unsettled', () => {
    const heard = ofType('AWS::Events::Rule').filter(({ properties }) =>
      JSON.stringify(properties['Targets']).includes('casestream'),
    );
    const machines = ofType('AWS::StepFunctions::StateMachine').map(({ id }) => id);
    expect(heard.map(({ properties }) => properties['EventPattern'])).toEqual([
      {
        source: ['aws.states'],
        'detail-type': ['Step Functions Execution Status Change'],
        detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: machines },
      },
      { source: ['adult-social-care'], 'detail-type': ['case-unsettled'] },
    ]);
  });
});

describe('The machines', () => {
  it('log without what they carry', () => {
    for (const { properties, id } of ofType('AWS::StepFunctions::StateMachine')) {
      expect(properties['LoggingConfiguration'], id).toMatchObject({
        IncludeExecutionData: false,
        Level: 'ERROR',
      });
      expect(properties, id).toMatchObject({
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
      });
    }
  });
});

describe('The daily work', () => {
  const schedules = ofType('AWS::Scheduler::Schedule').map(({ properties }) => properties);
  const clockOf = (expression: unknown) =>
    /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(String(expression))?.slice(1).map(Number) ?? [];

  it('is every day by the clock in London', () => {
    expect(schedules.map(({ Name }) => Name).sort()).toEqual([
      'due-sweep',
      'information',
      'letters',
      'money',
      'pay-calendar',
      'reconcile',
      'uprating',
    ]);
    for (const {
      ScheduleExpression,
      ScheduleExpressionTimezone,
      FlexibleTimeWindow,
    } of schedules) {
      expect(clockOf(ScheduleExpression)).toHaveLength(2);
      expect(ScheduleExpressionTimezone).toBe('Europe/London');
      expect(FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    }
  });

  it('is never in the hour that is missing in spring and comes twice in autumn', () => {
    for (const { ScheduleExpression, Name } of schedules) {
      const [minute = -1, hour = -1] = clockOf(ScheduleExpression);
      const minutesOfDay = hour * 60 + minute;
      expect(minutesOfDay < 60 || minutesOfDay > 120, String(Name)).toBe(true);
    }
  });

  it('tells the function which task it is', () => {
    for (const { Target, Name } of schedules) {
      const { Input } = z.object({ Input: z.string() }).parse(Target);
      expect(JSON.parse(Input)).toEqual({ contract: 1, task: Name });
    }
  });
});
