import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { resolve, type Scope } from './intrinsics.ts';
import { type ResourceType, resourceTypes } from './resource-types.ts';

/** A resource that some part of the local stack runs. */
export interface Resource {
  /** Where it stands in the template, for messages: stack and logical id. */
  readonly path: string;
  readonly logicalId: string;
  readonly type: string;
  /** Its name in the local account. */
  readonly name: string;
  /** Its properties with every intrinsic function carried out. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the synthesised assembly deploys. */
export interface Deployment {
  ofType(type: string): readonly Resource[];
  /** The folder of an asset, by the S3 key that the template names. */
  assetFolder(objectKey: string): string;
}

// Strict, so that a section or an attribute nobody has thought of is an error that names it.
const templateResource = z.strictObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).optional(),
  DependsOn: z.unknown().optional(),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
  Metadata: z.unknown().optional(),
  Condition: z.string().optional(),
});
const template = z.strictObject({
  Resources: z.record(z.string(), templateResource),
  Outputs: z
    .record(
      z.string(),
      z.looseObject({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }),
    )
    .optional(),
  Description: z.string().optional(),
  // The CDK's own: a version of its bootstrap to check, and a condition for its metadata.
  Parameters: z.strictObject({ BootstrapVersion: z.unknown() }).optional(),
  Rules: z.strictObject({ CheckBootstrapVersion: z.unknown() }).optional(),
  Conditions: z.strictObject({ CDKMetadataAvailable: z.unknown() }).optional(),
});
type Template = z.infer<typeof template>;

const manifest = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      properties: z
        .looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .optional(),
    }),
  ),
});
const assets = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
});

interface Stack {
  readonly name: string;
  readonly template: Template;
  readonly scope: Scope;
}

/** Reads the assembly that `node infra/app.ts` wrote; fails by name on what cannot run here. */
export function readDeployment(assemblyFolder: string): Deployment {
  const { artifacts } = manifest.parse(readJson(join(assemblyFolder, 'manifest.json')));
  const stacks = new Map<string, Stack>();
  const assetFolders = new Map<string, string>();
  for (const [id, { type, properties }] of Object.entries(artifacts)) {
    if (type !== 'aws:cloudformation:stack') continue;
    const name = properties?.stackName ?? id;
    const file = join(assemblyFolder, properties?.templateFile ?? `${id}.template.json`);
    const parsed = template.safeParse(readJson(file));
    if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
    stacks.set(name, { name, template: parsed.data, scope: scopeOf(name, parsed.data, stacks) });
    readAssets(assemblyFolder, id, assetFolders);
  }

  const resources = [...stacks.values()].flatMap(runningResources);
  return {
    ofType: (type) => resources.filter((resource) => resource.type === type),
    assetFolder(objectKey) {
      const folder = assetFolders.get(objectKey);
      if (!folder) throw new Error(`the assembly has no asset "${objectKey}"`);
      return folder;
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readAssets(folder: string, stackId: string, into: Map<string, string>): void {
  const file = join(folder, `${stackId}.assets.json`);
  if (!existsSync(file)) return;
  for (const { source, destinations } of Object.values(assets.parse(readJson(file)).files)) {
    for (const { objectKey } of Object.values(destinations)) {
      if (source.path) into.set(objectKey, join(folder, source.path));
    }
  }
}

function runningResources(stack: Stack): Resource[] {
  return Object.entries(stack.template.Resources).flatMap(([logicalId, resource]) => {
    const path = `${stack.name}/${logicalId}`;
    const { handling } = typeOf(resource.Type, path);
    if ('idle' in handling) return [];
    if (resource.Condition) throw new Error(`${path}: a Condition is not known here`);
    try {
      const resolved = resolve(resource.Properties ?? {}, stack.scope);
      const properties = z.record(z.string(), z.unknown()).parse(resolved);
      const name = localName(logicalId, stack.template, stack.scope);
      return [{ path, logicalId, type: resource.Type, name, properties }];
    } catch (error) {
      throw new Error(`${path} (${resource.Type}): ${String(error)}`);
    }
  });
}

function typeOf(type: string, path: string): ResourceType {
  const known = resourceTypes[type];
  if (!known) throw new Error(`${path}: the local stack does not know the type ${type}`);
  return known;
}

function localName(logicalId: string, { Resources }: Template, scope: Scope): string {
  const resource = Resources[logicalId];
  if (!resource) throw new Error(`${scope.stackName} has no resource ${logicalId}`);
  const { nameProperty } = typeOf(resource.Type, `${scope.stackName}/${logicalId}`);
  const chosen = nameProperty === undefined ? undefined : resource.Properties?.[nameProperty];
  if (chosen === undefined) return `${scope.stackName}-${logicalId}`;
  return z.string().parse(resolve(chosen, scope));
}

function scopeOf(stackName: string, own: Template, stacks: ReadonlyMap<string, Stack>): Scope {
  const named = (logicalId: string) => ({
    name: localName(logicalId, own, scope),
    type: typeOf(own.Resources[logicalId]?.Type ?? '', `${stackName}/${logicalId}`),
  });
  const scope: Scope = {
    stackName,
    ref(logicalId) {
      const { name, type } = named(logicalId);
      return type.ref(name);
    },
    attribute(logicalId, attribute) {
      const { name, type } = named(logicalId);
      const value = type.attributes[attribute];
      if (!value) throw new Error(`${stackName}/${logicalId} has no attribute ${attribute} here`);
      return value(name);
    },
    importValue(exportName) {
      for (const stack of stacks.values()) {
        for (const output of Object.values(stack.template.Outputs ?? {})) {
          if (output.Export && resolve(output.Export.Name, stack.scope) === exportName) {
            return resolve(output.Value, stack.scope);
          }
        }
      }
      throw new Error(`no stack exports "${exportName}"`);
    },
    stackOutput(otherName, outputName) {
      const other = stacks.get(otherName);
      const output = other?.template.Outputs?.[outputName];
      if (!other || !output) throw new Error(`no output ${outputName} of stack ${otherName}`);
      return resolve(output.Value, other.scope);
    },
  };
  return scope;
}
