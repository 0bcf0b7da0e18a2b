import { mkdirSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '../api/openapi/document';
import { operations } from '../api/operations';

/** Writes the OpenAPI document for openapi-typescript, which makes the desk's typed client from it. */
mkdirSync('generated', { recursive: true });
writeFileSync('generated/openapi.json', `${JSON.stringify(openApiDocument(operations), null, 2)}\n`);
