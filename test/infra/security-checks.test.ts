import { Validations } from 'aws-cdk-lib';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { stageNames } from '#infra/settings.ts';
import { buildApp } from './synthesised-service.ts';

const violationsOf = (app: ReturnType<typeof buildApp>['app']) =>
  new AwsSolutionsChecks(app).validateScope(app).violations;

describe('The security checks for AWS', () => {
  it.each(stageNames)('find nothing in the %s stage that is not acknowledged', (stage) => {
    expect(violationsOf(buildApp(stage).app)).toEqual([]);
  });

  it('find what is wrong where something is', () => {
    const { app, stacks } = buildApp('dev');
    new Queue(stacks.watch, 'Careless');
    expect(violationsOf(app).map(({ ruleName }) => ruleName)).toContain('AwsSolutions-SQS4');
  });

  it('keep an app that they find wrong from being made', () => {
    const { app, stacks } = buildApp('dev');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    new Queue(stacks.watch, 'Careless');
    expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
  });
});

describe('The rules of CloudFormation', () => {
  it('hold for what a council deploys', () => {
    expect(() => buildApp('prod', true).app.synth()).not.toThrow();
  });

  it('keep an app that breaks them from being made', () => {
    const { app, stacks } = buildApp('prod', true);
    new CfnQueue(stacks.watch, 'Impossible', { messageRetentionPeriod: -1 });
    expect(() => app.synth()).toThrow('MessageRetentionPeriod');
  });
});
