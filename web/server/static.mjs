import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { chooseEncoding, compress } from './compress.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
/** Vite puts a hash of the content into the names of these. */
const HASHED = /^\/assets\//;
const NONCE = '__CSP_NONCE__';
const DESK = '/index.html';
const PUBLIC = '/public.html';
const PAGES = new Set([DESK, PUBLIC]);

/** The pages for everybody lie under /public; every other address is the desk's. */
const pageOf = (name) => (name === PUBLIC || /^\/public(\/|$)/.test(name) ? PUBLIC : DESK);

const withNonce = (html, nonce) => {
  const text = html.toString('utf8').replaceAll(NONCE, nonce);
  return Buffer.from(
    /<meta[^>]+name="csp-nonce"/.test(text)
      ? text
      : text.replace('</head>', `<meta name="csp-nonce" content="${nonce}"></head>`),
  );
};

const refuse = (response, status, headers = {}) => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${status}\n`);
};

const send = (request, response, encoding, body) => {
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
};

const decoded = (path) => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
};

/** Files of `root`; any other address without an extension is a page of the application itself. */
export const createStatic = (root) => {
  const cache = new Map();
  const load = async (name) => {
    const known = cache.get(name);
    if (known) return known;
    const body = await readFile(join(root, name)).catch(() => undefined);
    if (!body) return undefined;
    const file = {
      name,
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      encoded: new Map(),
    };
    cache.set(name, file);
    return file;
  };

  const sendPage = async (request, response, nonce, name) => {
    const page = await load(pageOf(name));
    if (!page) return refuse(response, 503);
    response.setHeader('Content-Type', TYPES['.html']);
    response.setHeader('Cache-Control', 'no-store');
    const encoding = chooseEncoding(request, '.html');
    return send(request, response, encoding, await compress(withNonce(page.body, nonce), encoding, true));
  };

  const sendFile = async (request, response, file) => {
    const extension = extname(file.name);
    response.setHeader('Content-Type', TYPES[extension] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', HASHED.test(file.name) ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('ETag', file.etag);
    if (request.headers['if-none-match'] === file.etag) return response.writeHead(304).end();
    const encoding = chooseEncoding(request, extension);
    if (!file.encoded.has(encoding)) file.encoded.set(encoding, compress(file.body, encoding));
    return send(request, response, encoding, await file.encoded.get(encoding));
  };

  return async (request, response, { path, nonce }) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { Allow: 'GET, HEAD' });
    const text = decoded(path);
    if (text === undefined || text.includes('\0')) return refuse(response, 400);
    // normalize() resolves "..", and what starts with "/" cannot climb above it.
    const name = normalize(text);
    if (extname(name) === '' || PAGES.has(name)) return sendPage(request, response, nonce, name);
    const file = await load(name);
    return file ? sendFile(request, response, file) : refuse(response, 404);
  };
};
