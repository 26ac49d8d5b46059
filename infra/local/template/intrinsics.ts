import * as z from 'zod';
import { account } from './account.ts';

/** What an intrinsic function may ask of the stack it stands in and of its neighbours. */
export interface Scope {
  readonly stackName: string;
  ref(logicalId: string): string;
  attribute(logicalId: string, attribute: string): string;
  importValue(exportName: string): unknown;
  stackOutput(stackName: string, outputName: string): unknown;
}

const joinSchema = z.tuple([z.string(), z.array(z.unknown())]);
const splitSchema = z.tuple([z.string(), z.unknown()]);
const selectSchema = z.tuple([z.coerce.number().int(), z.unknown()]);
const subSchema = z.union([
  z.string().transform((text): [string, Record<string, unknown>] => [text, {}]),
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
]);
const getAttSchema = z.union([
  z.tuple([z.string(), z.string()]),
  z.string().transform((text): [string, string] => {
    const dot = text.indexOf('.');
    return [text.slice(0, dot), text.slice(dot + 1)];
  }),
]);
const stackOutputSchema = z.looseObject({ StackName: z.string(), OutputName: z.string() });

const pseudoParameters: Readonly<Record<string, (scope: Scope) => string>> = {
  'AWS::AccountId': () => account.id,
  'AWS::Region': () => account.region,
  'AWS::Partition': () => account.partition,
  'AWS::URLSuffix': () => account.urlSuffix,
  'AWS::StackName': (scope) => scope.stackName,
};

// CloudFormation drops a property whose value is AWS::NoValue; so does the resolver.
const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => {
    const id = z.string().parse(argument);
    if (id === 'AWS::NoValue') return noValue;
    return pseudoParameters[id]?.(scope) ?? scope.ref(id);
  },
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, attribute] = getAttSchema.parse(argument);
    return scope.attribute(logicalId, attribute);
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = joinSchema.parse(argument);
    return parts.map((part) => z.string().parse(resolve(part, scope))).join(separator);
  },
  'Fn::Sub': (argument, scope) => {
    const [text, values] = subSchema.parse(argument);
    return text.replace(/\$\{([^}]*)\}/g, (_, key: string) => {
      // An exclamation mark asks for the placeholder itself.
      if (key.startsWith('!')) return `\${${key.slice(1)}}`;
      if (key in values) return z.string().parse(resolve(values[key], scope));
      if (key in pseudoParameters || !key.includes('.')) {
        return z.string().parse(resolve({ Ref: key }, scope));
      }
      return z.string().parse(resolve({ 'Fn::GetAtt': key }, scope));
    });
  },
  'Fn::Split': (argument, scope) => {
    const [separator, text] = splitSchema.parse(argument);
    return z.string().parse(resolve(text, scope)).split(separator);
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = selectSchema.parse(argument);
    return z.array(z.unknown()).parse(resolve(list, scope))[index];
  },
  'Fn::ImportValue': (argument, scope) =>
    scope.importValue(z.string().parse(resolve(argument, scope))),
  'Fn::GetStackOutput': (argument, scope) => {
    const { StackName, OutputName } = stackOutputSchema.parse(resolve(argument, scope));
    return scope.stackOutput(StackName, OutputName);
  },
};

/** A value of the template with every intrinsic function in it carried out. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    const intrinsic = intrinsics[only[0]];
    if (!intrinsic) throw new Error(`${only[0]} is not known to the local stack`);
    return intrinsic(only[1], scope);
  }
  return Object.fromEntries(
    entries
      .map(([key, item]) => [key, resolve(item, scope)] as const)
      .filter(([, item]) => item !== noValue),
  );
}
