import type { App, AppProps } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Bundle } from '../bundle.ts';
import type { ServiceSettings } from '../settings.ts';
import { ApiStack } from './api-stack.ts';
import { DataStack } from './data-stack.ts';
import { JourneyStack } from './journey-stack.ts';
import { WatchStack } from './watch-stack.ts';

/** The same however the app is run, by the CDK's command or on its own. */
export const serviceAppProps = {
  autoSynth: false,
  // Neither metadata belongs in a template that has to be the same on every machine.
  analyticsReporting: false,
  treeMetadata: false,
  postCliContext: {
    // One statement for what one role may do to one thing, not one for each line that says so.
    '@aws-cdk/aws-iam:minimizePolicies': true,
    // What another stack still uses cannot be deleted: the record least of all.
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    // What CloudFormation would only refuse halfway through a deployment is refused here.
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/aws-apigateway:logGroupDestinationArnWithoutWildcard': true,
  },
} satisfies AppProps;

export interface ServiceStacks {
  readonly data: DataStack;
  readonly journey: JourneyStack;
  readonly api: ApiStack;
  readonly watch: WatchStack;
}

/** The service as four stacks by lifetime: the record outlives the journeys, the journeys outlive
 * the doors that lead to them, and what watches them all can be made anew at any time. */
export function addServiceStacks(
  app: App,
  settings: ServiceSettings,
  bundle: Bundle,
): ServiceStacks {
  const named = (part: string) => ({ stackName: `${settings.namePrefix}-${part}`, settings });
  // The same folder is the same asset, uploaded once; the library wants its own mention in each stack.
  const code = () => Code.fromAsset(bundle.folder);
  const data = new DataStack(app, 'data', named('data'));
  const journey = new JourneyStack(app, 'journey', { ...named('journey'), code: code(), data });
  const api = new ApiStack(app, 'api', { ...named('api'), code: code(), data });
  const watch = new WatchStack(app, 'watch', { ...named('watch'), data, journey, api });
  return { data, journey, api, watch };
}
