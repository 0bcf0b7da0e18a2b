import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { deskFile, endChild, startChild } from './child';
import { freePort } from './free-port';

export interface DeskProcess {
  /** http://127.0.0.1:… */
  readonly url: string;
  /** The API is away for a moment, as in a restart: every connection ends, also of streams. */
  restartApi(): Promise<void>;
  close(): Promise<void>;
}

const end = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

/** The product's own desk process before a running application: the built pages and the API behind one address. */
export const startDesk = async (app: Express): Promise<DeskProcess> => {
  const listen = async (port: number): Promise<Server> => {
    const server = createServer(app).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let api = await listen(0);
  const { port: apiPort } = api.address() as AddressInfo;
  const port = await freePort();
  const args = ['--port', String(port), '--api', `http://127.0.0.1:${apiPort}`];
  const desk = await startChild({ path: deskFile, args });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    restartApi: async () => {
      await end(api);
      // The desk says that the API is away: browsers give up on their stream for good.
      expect((await fetch(`${url}/api/v1/session`)).status).toBe(502);
      api = await listen(apiPort);
    },
    close: async () => {
      await endChild(desk);
      await end(api);
    },
  };
};
