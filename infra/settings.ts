import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import type { Access } from '#shared/contracts/operation.ts';
import { isCareAct } from '#shared/council/eligibility-rule.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';

export const stageNames = ['dev', 'test', 'prod'] as const;
export type StageName = (typeof stageNames)[number];

export interface Throttle {
  readonly requestsPerSecond: number;
  readonly burstRequests: number;
}

/** What differs between stages because of how much they carry and how long it is kept. */
interface StageLimits {
  /** Whether a preset may decide by law that has ended, as the published journeys before 2015 do. */
  readonly mayUseEndedLaw: boolean;
  readonly logRetention: RetentionDays;
  readonly logLevel: 'DEBUG' | 'INFO';
  readonly machineLogLevel: 'ALL' | 'ERROR';
  /** Reserved for the function anybody can call: it can neither starve the others nor be starved. */
  readonly publicConcurrencyMax: number;
  /** The gateway counts each route on its own. */
  readonly throttles: Readonly<Record<Access, Throttle>>;
}

/** What only the council can say. Each name is read from `-c NAME=value` or else the environment. */
const GivenSettings = z.object({
  COUNCIL: z.enum(councilIds, `is one of ${councilIds.join(', ')}`),
  STAFF_ISSUER: z.url({ protocol: /^https$/, error: 'is the https address of an issuer' }),
  STAFF_AUDIENCE: z.string().min(1),
  STAFF_ID_CLAIM: z.string().min(1),
  STAFF_ROLES_CLAIM: z.string().min(1),
  STAFF_TEAMS_CLAIM: z.string().min(1),
  RESIDENT_ISSUER: z.url({ protocol: /^https$/, error: 'is the https address of an issuer' }),
  RESIDENT_AUDIENCE: z.string().min(1),
  RESIDENT_PERSON_CLAIM: z.string().min(1),
  NOTIFY_BASE_URL: z.url(),
  ALARM_EMAIL: z.email('is an address, or the word none').or(z.literal('none')),
});
type GivenSettings = z.infer<typeof GivenSettings>;
type GivenName = keyof GivenSettings;

const everywhere = {
  COUNCIL: 'example',
  STAFF_ID_CLAIM: 'sub',
  STAFF_ROLES_CLAIM: 'roles',
  STAFF_TEAMS_CLAIM: 'teams',
  RESIDENT_PERSON_CLAIM: 'sub',
  NOTIFY_BASE_URL: 'https://api.notifications.service.gov.uk',
} satisfies Partial<GivenSettings>;

interface Stage {
  readonly limits: StageLimits;
  readonly given: Partial<GivenSettings>;
}

const stages = {
  // What one machine runs. Its issuers do not exist on the internet, so a dev stage that somebody
  // deploys by mistake lets nobody in.
  dev: {
    limits: {
      mayUseEndedLaw: true,
      logRetention: RetentionDays.ONE_WEEK,
      logLevel: 'DEBUG',
      machineLogLevel: 'ALL',
      publicConcurrencyMax: 5,
      throttles: {
        public: { requestsPerSecond: 50, burstRequests: 100 },
        resident: { requestsPerSecond: 50, burstRequests: 100 },
        staff: { requestsPerSecond: 200, burstRequests: 400 },
      },
    },
    given: {
      ...everywhere,
      STAFF_ISSUER: 'https://staff.issuer.local',
      STAFF_AUDIENCE: 'adult-social-care',
      RESIDENT_ISSUER: 'https://resident.issuer.local',
      RESIDENT_AUDIENCE: 'adult-social-care',
      ALARM_EMAIL: 'none',
    },
  },
  test: {
    limits: {
      mayUseEndedLaw: true,
      logRetention: RetentionDays.ONE_MONTH,
      logLevel: 'INFO',
      machineLogLevel: 'ALL',
      publicConcurrencyMax: 10,
      throttles: {
        public: { requestsPerSecond: 10, burstRequests: 20 },
        resident: { requestsPerSecond: 10, burstRequests: 20 },
        staff: { requestsPerSecond: 50, burstRequests: 100 },
      },
    },
    given: everywhere,
  },
  prod: {
    limits: {
      mayUseEndedLaw: false,
      logRetention: RetentionDays.ONE_YEAR,
      logLevel: 'INFO',
      machineLogLevel: 'ERROR',
      publicConcurrencyMax: 20,
      throttles: {
        public: { requestsPerSecond: 10, burstRequests: 20 },
        resident: { requestsPerSecond: 10, burstRequests: 20 },
        staff: { requestsPerSecond: 50, burstRequests: 100 },
      },
    },
    given: everywhere,
  },
} satisfies Record<StageName, Stage>;

export interface ServiceSettings extends StageLimits {
  readonly stage: StageName;
  /** Begins the name of everything that has one, so that two stages fit in one account. */
  readonly namePrefix: string;
  readonly given: GivenSettings;
}

/** Settings of which no stage can be made; its message says which, for whoever gave them. */
export class WrongSettings extends Error {}

/** Finds a value the council gave, by its name. */
export type FindGiven = (name: 'STAGE' | GivenName) => unknown;

/** The settings of the stage that was asked for, or an error that names every value still missing:
 * a stage without its own issuers must not come into being with somebody else's. */
export function readSettings(find: FindGiven): ServiceSettings {
  const stage = z.enum(stageNames).safeParse(find('STAGE') ?? 'dev');
  if (!stage.success) throw new WrongSettings(`STAGE is one of ${stageNames.join(', ')}`);
  const { limits, given }: Stage = stages[stage.data];
  const values: Partial<Record<GivenName, unknown>> = { ...given };
  for (const name of GivenSettings.keyof().options) {
    const value = find(name);
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = GivenSettings.safeParse(values);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return name in values ? `${name} ${message}` : `${name} is not given`;
    });
    throw new WrongSettings(`the ${stage.data} stage cannot be made:\n  ${faults.join('\n  ')}`);
  }
  const council = councilNamed(parsed.data.COUNCIL);
  if (!limits.mayUseEndedLaw && !isCareAct(council)) {
    throw new WrongSettings(
      `the ${stage.data} stage cannot be made: COUNCIL ${council.id} does not decide by the Care Act`,
    );
  }
  return {
    stage: stage.data,
    namePrefix: `adult-social-care-${stage.data}`,
    given: parsed.data,
    ...limits,
  };
}
