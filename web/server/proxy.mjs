import { Agent, request as ask } from 'node:http';

/** Of one connection only: never passed on (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const withoutHops = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));

const forwarded = (request) => ({
  ...withoutHops(request.headers),
  // A body of unknown length keeps its framing, or the API would see none.
  ...(request.headers['transfer-encoding'] ? { 'transfer-encoding': 'chunked' } : {}),
  'x-forwarded-for': [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter(Boolean).join(', '),
  'x-forwarded-host': request.headers.host ?? '',
  'x-forwarded-proto': request.headers['x-forwarded-proto'] ?? 'http',
});

const unavailable = (response) => {
  if (response.headersSent) return response.destroy();
  const problem = {
    type: 'about:blank',
    title: '服务暂时不可用',
    status: 502,
    code: 'apiUnavailable',
    detail: '系统正在启动或重启,所填内容没有丢失,请过几秒再试;一直不行请告诉管理员',
  };
  response.writeHead(502, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Retry-After': '3',
    'Cache-Control': 'no-store',
  });
  return response.end(JSON.stringify(problem));
};

/** Passes a request on as it is and the answer back as it comes, piece by piece, so that streams of events arrive at once. */
export const createProxy = (address) => {
  const target = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  // Streams of events last for hours: they must not take the place of requests.
  const streams = new Agent({ keepAlive: false });
  return (request, response) => {
    const onward = ask({
      agent: request.headers.accept === 'text/event-stream' ? streams : agent,
      host: target.hostname,
      port: target.port || 80,
      method: request.method,
      path: request.url,
      headers: forwarded(request),
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, withoutHops(answer.headers));
      response.flushHeaders();
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    });
    onward.on('error', () => unavailable(response));
    response.on('close', () => onward.destroy());
    request.on('error', () => onward.destroy());
    request.pipe(onward);
  };
};
