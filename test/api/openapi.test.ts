import type { Express } from 'express';
import request from 'supertest';
import { startApi, type Api } from './support/api';

interface Layer {
  readonly route?: {
    readonly path: string | readonly string[];
    readonly stack: readonly { readonly method?: string }[];
  };
}

/** What express really serves: method and path of every route, `all` left out. */
const routesOf = (app: Express): string[] =>
  (app.router as unknown as { stack: readonly Layer[] }).stack.flatMap(({ route }) =>
    route
      ? [...new Set(route.stack.flatMap(({ method }) => (method ? [method] : [])))].map(
          (method) => `${method} ${String(route.path)}`,
        )
      : [],
  );

/** Not part of the API: figures for the machine itself, and the files of the documentation page. */
const apart = /^get (\/metrics|\/api\/v1\/docs\/.+)$/;

describe('the OpenAPI document', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('names every route that is served, and serves every route that it names', async () => {
    const { body } = await request(api.app).get('/api/v1/openapi.json').expect(200);
    const documented = Object.entries((body as { paths: Record<string, object> }).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    const served = routesOf(api.app).filter((route) => !apart.test(route));
    expect(documented.sort()).toEqual(served.sort());
    expect(documented.length).toBeGreaterThan(20);
  });

  it('has a page that needs no other host', async () => {
    const page = await request(api.app).get('/api/v1/docs').expect(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    for (const [, address] of page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g))
      await request(api.app).get(address!).expect(200);
  });

  it('keeps the figures to this machine', async () => {
    await request(api.app)
      .get('/metrics')
      .expect(200)
      .expect(/doudi_request_seconds_count/);
    await request(api.app).get('/metrics').set('X-Forwarded-For', '10.1.2.3').expect(404);
  });
});
