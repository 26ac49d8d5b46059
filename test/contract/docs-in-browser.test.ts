import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type RunningService, startService } from '#test/support/running-service.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser) {
  process.stderr.write(`no browser at ${executablePath}: the API reference is not looked at; `);
  process.stderr.write('install chromium or set CHROMIUM_PATH\n');
}

const Found = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.looseObject({ html: z.string() })) }),
  ),
});
const sizes = [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 360, height: 780 }],
] as const;
const axeMs = 120_000;

describe.skipIf(!hasBrowser)('the API reference in a browser', () => {
  let service: RunningService;
  let browser: Browser;
  beforeAll(async () => {
    service = await startService();
    browser = await chromium.launch({ executablePath });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  async function open(viewport: { width: number; height: number }) {
    const page = await browser.newPage({ viewport });
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('request', (request) => heard.push(request.url()));
    const answer = await page.goto(`${service.stack.url}/docs`);
    return { page, heard, answer };
  }

  test('is a page that may load its own style and nothing else, and tries nothing else', async () => {
    const { page, heard, answer } = await open(sizes[0][1]);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringContaining("default-src 'none'; style-src 'sha256-"),
    });
    const font = await page.evaluate('getComputedStyle(document.body).fontFamily');
    expect(font).toContain('Arial');
    expect(heard).toEqual([`${service.stack.url}/docs`]);
  });

  test('leads from its contents to how to make contact, with an example that is taken', async () => {
    const { page } = await open(sizes[1][1]);
    await page.getByRole('navigation').getByRole('link', { name: 'Ask adult social care' }).click();
    const section = page.getByRole('region', { name: 'Ask adult social care for help' });
    expect(new URL(page.url()).hash).toBe('#make-contact');
    expect(await section.getByRole('heading', { level: 3 }).isVisible()).toBe(true);
    const [example = '', curl = ''] = await section.locator('pre').allTextContents();
    expect(curl).toContain('curl -X POST "$SERVICE/public/contacts"');
    const headers = { 'idempotency-key': 'as-in-the-reference' };
    const answer = await service.send('POST /public/contacts', { headers, body: example });
    expect(answer.status).toBe(201);
  });

  describe.each(sizes)('at the size of a %s', (_name, viewport) => {
    test('has nothing that axe finds wrong', { timeout: axeMs }, async () => {
      const { page } = await open(viewport);
      expect(await violationsIn(page)).toEqual([]);
    });

    test('fits the width', async () => {
      const { page } = await open(viewport);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    });
  });
});

async function violationsIn(page: Page): Promise<string[]> {
  const run = `${axe.source}; axe.run(document, { resultTypes: ['violations'] })`;
  const { violations } = Found.parse(await page.evaluate(run));
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
