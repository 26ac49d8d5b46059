import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

export interface AlarmTopicProps {
  readonly key: IKey;
  /** Who is told, or `none` where nobody is. */
  readonly email: string;
}

export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, { key, email }: AlarmTopicProps) {
    super(scope, id, { masterKey: key, enforceSSL: true });
    // A topic with a policy of its own has lost the default one, under which alarms could speak.
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (email !== 'none') this.addSubscription(new EmailSubscription(email));
  }
}
