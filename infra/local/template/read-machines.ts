import * as z from 'zod';
import type { MachineSource } from '../states/service.ts';
import { arn } from './account.ts';
import type { Deployment } from './deployment.ts';
import { readProperties, withoutEffect } from './properties.ts';

const properties = z.strictObject({
  StateMachineName: withoutEffect,
  StateMachineType: z.literal('STANDARD').optional(),
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).optional(),
  RoleArn: withoutEffect,
  // Its level is a matter of cost; what an execution did can always be read from its history.
  LoggingConfiguration: withoutEffect,
  TracingConfiguration: withoutEffect,
  EncryptionConfiguration: withoutEffect,
  Tags: withoutEffect,
});

/** The state machines of the template, with its values put into their definitions. */
export function readMachines(deployment: Deployment): readonly MachineSource[] {
  return deployment.ofType('AWS::StepFunctions::StateMachine').map((resource) => {
    const { DefinitionString, DefinitionSubstitutions = {} } = readProperties(resource, properties);
    const definition = DefinitionString.replace(/\$\{([A-Za-z0-9_]+)\}/g, (_, key: string) => {
      const value = DefinitionSubstitutions[key];
      if (value === undefined) throw new Error(`${resource.path} has no value for ${key}`);
      return value;
    });
    return { name: resource.name, arn: arn('states', `stateMachine:${resource.name}`), definition };
  });
}
