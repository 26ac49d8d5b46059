import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deployment, readDeployment } from '#infra/local/template/deployment.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface FixtureStack {
  readonly Resources: Record<string, unknown>;
  readonly Outputs?: Record<string, unknown>;
}

/** Writes an assembly as the CDK would: stacks by name, and one asset folder of function code. */
export function writeAssembly(
  stacks: Readonly<Record<string, FixtureStack>>,
  code: Readonly<Record<string, string>> = {},
): string {
  const folder = temporaryFolder();
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content));
  mkdirSync(join(folder, 'asset.code'));
  for (const [file, text] of Object.entries(code)) {
    writeFileSync(join(folder, 'asset.code', file), text);
  }
  const artifacts: Record<string, unknown> = { Tree: { type: 'cdk:tree' } };
  for (const [name, stack] of Object.entries(stacks)) {
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: `${name}.template.json` },
    };
    write(`${name}.template.json`, stack);
    write(`${name}.assets.json`, {
      files: {
        code: {
          source: { path: 'asset.code', packaging: 'zip' },
          destinations: { here: { bucketName: 'assets', objectKey: 'code.zip' } },
        },
      },
    });
  }
  write('manifest.json', { version: '50.0.0', artifacts });
  return folder;
}

/** A function resource whose code is the given module of the assembly's asset. */
export function functionResource(
  module: string,
  properties: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
      Handler: `${module}.handler`,
      Runtime: 'nodejs24.x',
      FunctionName: module,
      Role: 'nobody',
      ...properties,
    },
  };
}

/** One stack of functions, each given by the text of its module. */
export function functionsDeployment(
  modules: Readonly<Record<string, string>>,
  properties: Record<string, unknown> = {},
): Deployment {
  const names = Object.keys(modules);
  const Resources = Object.fromEntries(
    names.map((name) => [`Fn${name}`, functionResource(name, properties)]),
  );
  const code = Object.fromEntries(names.map((name) => [`${name}.mjs`, modules[name] ?? '']));
  return readDeployment(writeAssembly({ functions: { Resources } }, code));
}
