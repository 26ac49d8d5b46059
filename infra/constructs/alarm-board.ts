import {
  Alarm,
  ComparisonOperator,
  type IAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export type Watch = {
  /** What has happened to the service when this rings, for whoever is woken. */
  readonly meaning: string;
  readonly metric: IMetric;
} & (
  | {
      /** Rings at this value and above; no data means that nothing happened. */
      readonly from: number;
    }
  | {
      /** Rings under this value; no data means that nothing happens any more. */
      readonly below: number;
    }
);

export interface AlarmBoardProps {
  readonly topic: ITopic;
  readonly namePrefix: string;
}

/** Alarms that all tell the same topic when they ring and when they stop. */
export class AlarmBoard extends Construct {
  readonly #alarms: IAlarm[] = [];
  readonly #tell: SnsAction;
  readonly #namePrefix: string;

  constructor(scope: Construct, id: string, props: AlarmBoardProps) {
    super(scope, id);
    this.#tell = new SnsAction(props.topic);
    this.#namePrefix = props.namePrefix;
  }

  get alarms(): readonly IAlarm[] {
    return this.#alarms;
  }

  add(id: string, watch: Watch): void {
    const alarm = new Alarm(this, id, {
      alarmName: `${this.#namePrefix}-${id}`,
      alarmDescription: watch.meaning,
      metric: watch.metric,
      evaluationPeriods: 1,
      ...('from' in watch
        ? {
            threshold: watch.from,
            comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            threshold: watch.below,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          }),
    });
    alarm.addAlarmAction(this.#tell);
    alarm.addOkAction(this.#tell);
    this.#alarms.push(alarm);
  }
}
