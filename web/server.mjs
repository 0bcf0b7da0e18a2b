import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { securityHeaders } from './server/headers.mjs';
import { createProxy } from './server/proxy.mjs';
import { createStatic } from './server/static.mjs';

// The desk process: the built pages, and the API behind the same address. Plain Node, nothing to compile.
const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string' },
    api: { type: 'string' },
    root: { type: 'string', default: new URL('./dist/', import.meta.url).pathname },
  },
});
if (!values.port || !values.api) {
  console.error('用法:node web/server.mjs --port 端口 --api 接口地址 [--host 地址] [--root 目录]');
  process.exit(1);
}

const proxy = createProxy(values.api);
const pages = createStatic(values.root);

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?')[0];
  if (path === '/api' || path.startsWith('/api/')) return proxy(request, response);
  const nonce = securityHeaders(response);
  return pages(request, response, { path, nonce });
});

const stop = () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
process.once('disconnect', stop);

server.listen(Number(values.port), values.host, () => {
  console.log(`desk on ${values.host}:${values.port}`);
  process.send?.({ ready: true });
});
server.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
