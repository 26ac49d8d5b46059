import { account } from '../template/account.ts';
import { gatewayTime } from './proxy-event.ts';

/** What one line of the access log may tell. */
export interface AccessLogFacts {
  readonly apiId: string;
  readonly requestId: string;
  readonly instant: number;
  readonly routeKey: string;
  readonly httpMethod: string;
  readonly protocol: string;
  readonly sourceIp: string;
  readonly userAgent: string;
  readonly status: number;
  readonly responseLength: number;
  readonly responseLatencyMs: number;
  readonly integrationLatencyMs: number | undefined;
  readonly integrationStatus: number | undefined;
  readonly integrationError: string | undefined;
  readonly errorMessage: string | undefined;
  readonly authorizerError: string | undefined;
  readonly claims: Readonly<Record<string, string>>;
}

type Variable = (facts: AccessLogFacts) => string | number | undefined;

const variables: Readonly<Record<string, Variable>> = {
  accountId: () => account.id,
  apiId: ({ apiId }) => apiId,
  stage: () => '$default',
  requestId: ({ requestId }) => requestId,
  extendedRequestId: ({ requestId }) => requestId,
  requestTime: ({ instant }) => gatewayTime(instant),
  requestTimeEpoch: ({ instant }) => Math.floor(instant),
  routeKey: ({ routeKey }) => routeKey,
  httpMethod: ({ httpMethod }) => httpMethod,
  protocol: ({ protocol }) => protocol,
  status: ({ status }) => status,
  responseLength: ({ responseLength }) => responseLength,
  responseLatency: ({ responseLatencyMs }) => responseLatencyMs,
  integrationLatency: ({ integrationLatencyMs }) => integrationLatencyMs,
  'integration.latency': ({ integrationLatencyMs }) => integrationLatencyMs,
  integrationStatus: ({ integrationStatus }) => integrationStatus,
  'integration.integrationStatus': ({ integrationStatus }) => integrationStatus,
  'integration.status': ({ integrationStatus }) => integrationStatus,
  integrationErrorMessage: ({ integrationError }) => integrationError,
  'integration.error': ({ integrationError }) => integrationError,
  'error.message': ({ errorMessage }) => errorMessage,
  'error.messageString': ({ errorMessage }) => errorMessage && JSON.stringify(errorMessage),
  'error.responseType': ({ errorMessage }) => errorMessage?.toUpperCase().replaceAll(' ', '_'),
  'authorizer.error': ({ authorizerError }) => authorizerError,
  'identity.sourceIp': ({ sourceIp }) => sourceIp,
  'identity.userAgent': ({ userAgent }) => userAgent,
};

/** Makes the writer of lines in the template's format; fails by name on a variable it lacks. */
export function createAccessLog(format: string): (facts: AccessLogFacts) => string {
  const pieces = format.split(/(\$context\.[A-Za-z]+(?:\.[A-Za-z_:]+)*)/).map((piece) => {
    if (!piece.startsWith('$context.')) return () => piece;
    const name = piece.slice('$context.'.length);
    const variable = variables[name] ?? claimOf(name);
    if (!variable) throw new Error(`the access log asks for ${piece}, which is not known here`);
    return variable;
  });
  // The gateway writes a dash where there is nothing to tell.
  return (facts) => pieces.map((piece) => piece(facts) ?? '-').join('');
}

function claimOf(name: string): Variable | undefined {
  const prefix = 'authorizer.claims.';
  if (!name.startsWith(prefix)) return undefined;
  return ({ claims }) => claims[name.slice(prefix.length)];
}
