import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express } from 'express';
import getAbsoluteFSPath from 'swagger-ui-dist/absolute-path';
import { unknownMethod } from '../http/funnel';
import type { OpenApiDocument } from './document';

const assets = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
} as const;

const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>兜底 接口说明</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/api/v1/docs/swagger-ui.css"></head>
<body><div id="ui"></div>
<script src="/api/v1/docs/swagger-ui-bundle.js"></script><script src="/api/v1/docs/start.js"></script></body>
</html>`;

/** A file of its own, so that the content security policy needs no exception; validatorUrl off: nothing leaves the house. */
const start = `window.ui = SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null });`;

/** The document, made when somebody first asks for it, and a page to read and try it, without any other host. */
export const mountPages = (app: Express, makeDocument: () => OpenApiDocument): void => {
  let document: OpenApiDocument | undefined;
  app.get('/api/v1/openapi.json', (_request, response) => void response.json((document ??= makeDocument())));
  app.get('/api/v1/docs', (_request, response) => void response.type('html').send(html));
  app.get('/api/v1/docs/start.js', (_request, response) => void response.type('text/javascript').send(start));
  for (const [file, type] of Object.entries(assets)) {
    app.get(`/api/v1/docs/${file}`, (_request, response) => {
      response.setHeader('Cache-Control', 'public, max-age=86400');
      response.type(type).send(readFileSync(join(getAbsoluteFSPath(), file)));
    });
  }
  for (const path of ['/api/v1/openapi.json', '/api/v1/docs']) app.route(path).all(unknownMethod(['GET']));
};
