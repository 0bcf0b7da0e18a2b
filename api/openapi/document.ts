import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { z } from 'zod';
import { Problem } from '../http/problem';
import type { Operation } from '../operation';
import { correctOptionalKeys, isOptional } from './optional-keys';
import { permissionRow } from '../permissions';

const KEY = {
  in: 'header',
  name: 'Idempotency-Key',
  required: true,
  description: '每次办理各用一个新的(8至128个字符,如UUID);重试时用原来的,同样内容得到同样答复,不会重复办理',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
  example: '2f6c1c9e-7e0d-4a58-8f52-0a1b2c3d4e5f',
} as const;

const takesKey = ({ method, effect }: Operation): boolean =>
  method === 'post' && (effect === 'change' || effect === 'command');

const isPublic = ({ permission }: Operation): boolean => permissionRow(permission)?.public ?? false;

const requestBody = ({ accepts, input, example }: Operation) => {
  if (accepts === 'bytes') {
    return { required: true, content: { '*/*': { schema: { type: 'string', format: 'binary' } as const } } };
  }
  return input && { required: true, content: { 'application/json': { schema: input, example: example.input } } };
};

const answerContent = ({ answers, output, example }: Operation) =>
  answers
    ? { [answers]: { schema: { type: 'string', format: 'binary' } as const } }
    : { 'application/json': { schema: output, ...(example.output === undefined ? {} : { example: example.output }) } };

/** Parameters carry the example of the operation, each its own. */
const withExamples = (schema: z.ZodObject | undefined, example: unknown): z.ZodObject | undefined => {
  if (!schema || typeof example !== 'object' || example === null) return schema;
  const values = Object.entries(example).filter(([name]) => name in schema.shape);
  return schema.extend(
    Object.fromEntries(
      values.map(([name, value]) => [
        name,
        (schema.shape[name] as z.ZodType).meta({ ...(schema.shape[name] as z.ZodType).meta(), example: value }),
      ]),
    ),
  );
};

const pathOf = (name: string, operation: Operation): RouteConfig => {
  const { method, path, summary, description, tag, permission, status = 200 } = operation;
  const body = requestBody(operation);
  const params = withExamples(operation.params, operation.example.params);
  const query = withExamples(operation.query, operation.example.query);
  return {
    operationId: name,
    method,
    path,
    summary,
    description: [description, `权限:${permission}`].filter(Boolean).join('\n\n'),
    tags: [tag],
    security: isPublic(operation) ? [] : [{ session: [] }, { bearer: [] }],
    ...(takesKey(operation) ? { parameters: [KEY] } : {}),
    request: { ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}) },
    responses: {
      [status]: { description: summary, content: answerContent(operation) },
      default: { description: '错误(RFC 9457)', content: { 'application/problem+json': { schema: Problem } } },
    },
  };
};

/** Addresses that are no operations: the document itself and its page. */
const pages: readonly RouteConfig[] = [
  {
    operationId: 'readOpenApi',
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: '本接口说明(OpenAPI 3.1)',
    tags: ['系统'],
    security: [],
    responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
  },
  {
    operationId: 'readDocs',
    method: 'get',
    path: '/api/v1/docs',
    summary: '接口说明页面',
    tags: ['系统'],
    security: [],
    responses: { 200: { description: '网页', content: { 'text/html': { schema: { type: 'string' } } } } },
  },
];

interface Documented {
  readonly parameters?: { readonly in: string; readonly name: string; required?: boolean }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}

const correct = (operations: Readonly<Record<string, Operation>>, document: OpenApiDocument): OpenApiDocument => {
  const walk = correctOptionalKeys((document.components?.schemas ?? {}) as Parameters<typeof correctOptionalKeys>[0]);
  for (const { path, method, query, input, output, status = 200 } of Object.values(operations)) {
    const { parameters, requestBody, responses } = document.paths![path]![method] as unknown as Documented;
    for (const parameter of parameters ?? []) {
      const schema = parameter.in === 'query' ? (query?.shape[parameter.name] as z.ZodType | undefined) : undefined;
      if (schema && isOptional(schema)) parameter.required = false;
    }
    walk(input, requestBody?.content['application/json']?.schema);
    walk(output, responses[status]?.content?.['application/json']?.schema);
  }
  walk(Problem, document.components?.schemas?.['Problem'] as object);
  return document;
};

/** OpenAPI 3.1 of all operations, from the very schemas that check requests and answers. Needs no database. */
export const openApiDocument = (operations: Readonly<Record<string, Operation>>): OpenApiDocument => {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'doudi_session' });
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  for (const [name, operation] of Object.entries(operations)) registry.registerPath(pathOf(name, operation));
  for (const page of pages) registry.registerPath(page);
  const document = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '兜底 Doudi 接口',
      version: '1',
      description:
        '云南省县乡社会救助办理系统的接口。金额一律是以元计的文字("1234.50"),日期是北京时间的 YYYY-MM-DD。' +
        '错误一律是 application/problem+json,code 稳定,detail 说明怎么办。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  });
  return correct(operations, document);
};

export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;
