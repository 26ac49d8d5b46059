import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { afterAll } from 'vitest';
import * as z from 'zod';
import { readSettings, type StageName } from '#infra/settings.ts';
import { addServiceStacks, serviceAppProps } from '#infra/stacks/service-stacks.ts';

/** What a council would give for a stage of its own. */
export const givenByCouncil: Readonly<Record<string, string>> = {
  STAFF_ISSUER: 'https://login.council.example/staff',
  STAFF_AUDIENCE: 'adult-social-care',
  RESIDENT_ISSUER: 'https://broker.council.example/residents',
  RESIDENT_AUDIENCE: 'adult-social-care-residents',
  ALARM_EMAIL: 'on-call@council.example',
};

const scratch = mkdtempSync(join(tmpdir(), 'synthesised-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The app of a stage, without the code of its functions: what must hold around them does not depend
 * on what is in them, and building them takes seconds. CloudFormation's own rules are checked where
 * asked for. */
export function buildApp(stage: StageName, isChecked = false) {
  const app = new App({
    ...serviceAppProps,
    builtinCloudFormationValidation: isChecked,
    outdir: mkdtempSync(join(scratch, 'app-')),
  });
  const given: Record<string, string> = { ...givenByCouncil, STAGE: stage };
  const folder = fileURLToPath(new URL('../../state-machines', import.meta.url));
  const stacks = addServiceStacks(
    app,
    readSettings((name) => given[name]),
    { folder, metafile: '' },
  );
  return { app, stacks };
}

export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  readonly deletionPolicy: string | undefined;
}
export type Properties = Readonly<Record<string, unknown>>;

const Template = z.looseObject({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DeletionPolicy: z.string().optional(),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.looseObject({ Name: z.string() }).optional() }),
    )
    .default({}),
});

/** All resources of the four stacks, with every reference between them written out as plain text such
 * as `journey.Bus.Arn`, so that a test can ask whether two mean the same thing. */
export function synthesiseService(stage: StageName): readonly Resource[] {
  const assembly = buildApp(stage).app.synth();
  const templates = assembly.stacks.map(
    (stack) => [stack.id, Template.parse(stack.template)] as const,
  );
  const exported = new Map<string, string>();
  for (const [stack, template] of templates) {
    for (const { Value, Export } of Object.values(template.Outputs)) {
      if (Export) exported.set(Export.Name, String(writeOut(Value, { stack, exported })));
    }
  }
  return templates.flatMap(([stack, template]) =>
    Object.entries(template.Resources).map(([id, resource]) => ({
      id: `${stack}.${id}`,
      type: resource.Type,
      properties: z
        .record(z.string(), z.unknown())
        .parse(writeOut(resource.Properties, { stack, exported })),
      deletionPolicy: resource.DeletionPolicy,
    })),
  );
}

interface Scope {
  readonly stack: string;
  readonly exported: ReadonlyMap<string, string>;
}

const Reference = z.union([
  z.strictObject({ Ref: z.string() }).transform(({ Ref }) => Ref),
  z
    .strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) })
    .transform((value) => value['Fn::GetAtt'].join('.')),
]);
const Joined = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const Imported = z.strictObject({ 'Fn::ImportValue': z.string() });

function writeOut(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((element) => writeOut(element, scope));
  if (typeof value !== 'object' || value === null) return value;
  const reference = Reference.safeParse(value);
  if (reference.success) {
    return reference.data.startsWith('AWS::')
      ? `<${reference.data}>`
      : `${scope.stack}.${reference.data}`;
  }
  const joined = Joined.safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map((part) => writeOut(part, scope)).join(separator);
  }
  const imported = Imported.safeParse(value);
  if (imported.success) return scope.exported.get(imported.data['Fn::ImportValue']);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, writeOut(inner, scope)]),
  );
}
