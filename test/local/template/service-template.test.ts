import { beforeAll, expect, test } from 'vitest';
import { readApi } from '#infra/local/http/api-definition.ts';
import { localAudience, openIssuer } from '#infra/local/issuer/issuer.ts';
import { readFunctions } from '#infra/local/lambda/function-definition.ts';
import { type Deployment, readDeployment } from '#infra/local/template/deployment.ts';
import { synthesise } from '#infra/local/template/synthesis.ts';

let deployment: Deployment;
beforeAll(async () => {
  const { folder } = await synthesise('example');
  deployment = readDeployment(folder);
}, 120_000);

test('The template that is deployed is the template that runs here, function for function', () => {
  const names = readFunctions(deployment).map(({ name }) => name);
  expect(names.toSorted()).toEqual(
    ['case-stream', 'journey-tasks', 'notify', 'public-api', 'schedules', 'staff-api'].map(
      (name) => `adult-social-care-dev-${name}`,
    ),
  );
});

test('What has been synthesised is not synthesised again while nothing has changed', async () => {
  expect(await synthesise('example')).toMatchObject({ wasCached: true });
});

test('The template trusts the issuers of this machine, for the audience that they name', () => {
  const authorizers = readApi(deployment).routes.flatMap(({ authorizer }) => authorizer ?? []);
  const issuer = openIssuer(undefined);
  expect(authorizers.length).toBeGreaterThan(0);
  for (const each of authorizers) {
    expect(issuer.jwksOf(each.issuer).keys).toHaveLength(1);
    expect(each.audience).toEqual([localAudience]);
  }
});

test('A preset that is not there is refused with its reason and without a stack', async () => {
  const reason = await synthesise('Nowhere!').catch(({ message }) => String(message));
  expect(reason).toMatch(/^the template could not be made:[\s\S]*COUNCIL/);
  expect(reason).not.toMatch(/^\s+at /m);
});
