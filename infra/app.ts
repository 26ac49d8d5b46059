import { App, Validations } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { readSettings } from './settings.ts';
import { addServiceStacks, serviceAppProps } from './stacks/service-stacks.ts';

const app = new App({ ...serviceAppProps, outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out' });
const settings = readSettings(
  (name) =>
    app.node.tryGetContext(name) ?? app.node.tryGetContext(name.toLowerCase()) ?? process.env[name],
);
addServiceStacks(app, settings, bundleFunctions());

// The checks cost a second that a start on one machine need not wait for; tests and every deploy do.
if (process.env['SYNTH_CHECKS'] !== 'off') {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
app.synth();
