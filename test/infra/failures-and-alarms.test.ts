import { describe, expect, it } from 'vitest';
import { type Properties, synthesiseService } from './synthesised-service.ts';

const service = synthesiseService('prod');
const ofType = (type: string) => service.filter((resource) => resource.type === type);
const alarms = ofType('AWS::CloudWatch::Alarm').map(({ properties }) => properties);

/** The alarms on a metric of one thing: a queue, a function, a machine. */
const alarmsOn = (metric: string, dimension: string) =>
  alarms.filter(
    ({ MetricName, Dimensions }) =>
      MetricName === metric && JSON.stringify(Dimensions).includes(`"${dimension}"`),
  );

/** Every queue that something names as the place for what failed. */
function failureQueueArns(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'DeadLetterConfig') return [String(inner.Arn)];
    if (name === 'OnFailure') return [String(inner.Destination)];
    if (name === 'RedrivePolicy') return [String(inner.deadLetterTargetArn)];
    return failureQueueArns(inner);
  });
}

describe('Nothing that fails is lost', () => {
  it('every queue that catches failures rings at the first message and keeps it for two weeks', () => {
    const caught = new Set(service.flatMap(({ properties }) => failureQueueArns(properties)));
    expect(caught.size).toBe(6);
    for (const arn of caught) {
      const id = arn.replace(/\.Arn$/, '');
      const queue = service.find((resource) => resource.id === id);
      expect(queue?.properties['MessageRetentionPeriod'], id).toBe(14 * 24 * 60 * 60);
      const [alarm] = alarmsOn('ApproximateNumberOfMessagesVisible', `${id}.QueueName`);
      expect(alarm, id).toMatchObject({
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Statistic: 'Maximum',
      });
    }
  });

  it('every call that nobody waits for has such a queue', () => {
    const targets = ofType('AWS::Events::Rule').flatMap(({ properties }) => properties['Targets']);
    expect(targets).toHaveLength(4);
    for (const target of targets) expect(target).toHaveProperty('DeadLetterConfig.Arn');
    const schedules = ofType('AWS::Scheduler::Schedule');
    for (const { properties } of schedules) {
      expect(properties['Target']).toHaveProperty('DeadLetterConfig.Arn');
      expect(properties['Target']).toHaveProperty('RetryPolicy.MaximumRetryAttempts', 10);
    }
    const functionsCalledLater = ofType('AWS::Lambda::EventInvokeConfig').map(
      ({ properties }) => properties['FunctionName'],
    );
    expect(functionsCalledLater).toEqual([
      expect.stringMatching(/^journey\.casestreamFunction/),
      expect.stringMatching(/^journey\.schedulesFunction/),
    ]);
  });

  it('a message for GOV.UK Notify is tried for two hours before it is set aside', () => {
    const [waiting] = ofType('AWS::SQS::Queue').filter(
      ({ properties }) => properties['RedrivePolicy'],
    );
    expect(waiting?.properties).toMatchObject({
      VisibilityTimeout: 360,
      RedrivePolicy: { maxReceiveCount: 20 },
    });
  });
});

describe('Operators are told', () => {
  it.each(['public-api', 'staff-api', 'case-stream', 'journey-tasks', 'schedules', 'notify'])(
    'when %s fails or is short of capacity',
    (entry) => {
      const [found] = ofType('AWS::Lambda::Function').filter(
        ({ properties }) => properties['FunctionName'] === `adult-social-care-prod-${entry}`,
      );
      expect(alarmsOn('Errors', String(found?.id))).toHaveLength(1);
      expect(alarmsOn('Throttles', String(found?.id))).toHaveLength(1);
    },
  );

  it('when an execution of any machine is lost', () => {
    const machines = ofType('AWS::StepFunctions::StateMachine');
    expect(machines).toHaveLength(4);
    for (const { id } of machines) {
      expect(alarmsOn('ExecutionsFailed', id), id).toHaveLength(1);
      expect(alarmsOn('ExecutionsTimedOut', id), id).toHaveLength(1);
    }
  });

  it('when what was recorded does not reach the workflow', () => {
    const [found] = ofType('AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => properties['StartingPosition'],
    );
    const [alarm] = alarmsOn('IteratorAge', String(found?.properties['FunctionName']));
    expect(alarm).toMatchObject({ Statistic: 'Maximum', Threshold: 15 * 60 * 1000 });
  });

  it('when the daily work fails to be called, and when it is not called at all', () => {
    const [group] = ofType('AWS::Scheduler::ScheduleGroup');
    const scheduled = alarms.filter(({ Namespace }) => Namespace === 'AWS/Scheduler');
    expect(scheduled.map(({ MetricName }) => MetricName).sort()).toEqual([
      'InvocationDroppedCount',
      'TargetErrorCount',
    ]);
    for (const alarm of scheduled) {
      expect(JSON.stringify(alarm['Dimensions'])).toContain(String(group?.properties['Name']));
    }
    const silent = alarms.filter(({ MetricName }) => MetricName === 'Invocations');
    expect(silent).toEqual([
      expect.objectContaining({
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        Period: 24 * 60 * 60,
        TreatMissingData: 'breaching',
      }),
    ]);
  });

  it('when the API answers with an error of ours', () => {
    const [api] = ofType('AWS::ApiGatewayV2::Api');
    expect(alarmsOn('5xx', String(api?.id))).toHaveLength(1);
  });

  it('by a topic that every alarm speaks to, when it rings and when it stops', () => {
    const [topic] = ofType('AWS::SNS::Topic');
    for (const alarm of alarms) {
      expect(alarm['AlarmActions'], nameOf(alarm)).toEqual([topic?.id]);
      expect(alarm['OKActions'], nameOf(alarm)).toEqual([topic?.id]);
      expect(alarm['AlarmDescription'], nameOf(alarm)).toMatch(/\w+ \w+/);
    }
    const [policy] = ofType('AWS::SNS::TopicPolicy');
    expect(JSON.stringify(policy?.properties)).toContain('cloudwatch.amazonaws.com');
    expect(ofType('AWS::SNS::Subscription').map(({ properties }) => properties)).toEqual([
      { Protocol: 'email', Endpoint: 'on-call@council.example', TopicArn: topic?.id },
    ]);
  });
});

function nameOf(alarm: Properties): string {
  return String(alarm['AlarmName']);
}
