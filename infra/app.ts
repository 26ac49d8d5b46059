import { App, Validations } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { type FindGiven, readSettings, type ServiceSettings, WrongSettings } from './settings.ts';
import { addServiceStacks, serviceAppProps } from './stacks/service-stacks.ts';

// The checks cost seconds that a start on one machine need not wait for; tests and deploys do.
const isChecked = process.env['SYNTH_CHECKS'] !== 'off';
const app = new App({
  ...serviceAppProps,
  builtinCloudFormationValidation: isChecked,
  outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
});
// Context is written in lower case by habit (`-c stage=prod`), variables in capitals.
const findGiven: FindGiven = (name) =>
  app.node.tryGetContext(name) ?? app.node.tryGetContext(name.toLowerCase()) ?? process.env[name];

addServiceStacks(app, settingsOrEnd(), bundleFunctions());

if (isChecked) {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
}
app.synth();

function settingsOrEnd(): ServiceSettings {
  try {
    return readSettings(findGiven);
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
