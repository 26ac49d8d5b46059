import { expect, test } from 'vitest';
import { readDeployment } from '#infra/local/template/deployment.ts';
import { readMachines } from '#infra/local/template/read-machines.ts';
import { functionResource, writeAssembly } from '#test/support/local/fixture-deployment.ts';

const place = (name: string) => `\${${name}}`;

function machinesOf(properties: Record<string, unknown>) {
  const Resources = {
    Tasks: functionResource('journey-tasks'),
    Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties },
  };
  return readMachines(readDeployment(writeAssembly({ journey: { Resources } })));
}

const substitutions = { TasksArn: { 'Fn::GetAtt': ['Tasks', 'Arn'] } };

test('A state machine is read with the values that the template puts into its definition', () => {
  const machines = machinesOf({
    StateMachineName: 'journey',
    DefinitionString: `{"Resource":"${place('TasksArn')}","Keep":"$states"}`,
    DefinitionSubstitutions: substitutions,
  });
  expect(machines).toEqual([
    {
      name: 'journey',
      arn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:journey',
      definition:
        '{"Resource":"arn:aws:lambda:eu-west-2:000000000000:function:journey-tasks","Keep":"$states"}',
    },
  ]);
});

test.each([
  ['a value that is not given', { DefinitionString: place('Gone') }, /Gone/],
  ['an express machine', { DefinitionString: '{}', StateMachineType: 'EXPRESS' }, /STANDARD/],
  ['a definition kept in S3', { DefinitionS3Location: {} }, /DefinitionS3Location/],
])('A state machine with %s is refused', (_what, properties, message) => {
  expect(() => machinesOf(properties)).toThrow(message);
});
