import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { endChild, startChild } from './child';
import { freePort } from './free-port';

export interface DeskProcess {
  /** http://127.0.0.1:… */
  readonly url: string;
  close(): Promise<void>;
}

/** The product's own desk process before a running application: the built pages and the API behind one address. */
export const startDesk = async (app: Express): Promise<DeskProcess> => {
  const api = createServer(app).listen(0, '127.0.0.1');
  await once(api, 'listening');
  const port = await freePort();
  const apiUrl = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  const desk = await startChild({ file: 'web/server.mjs', args: ['--port', String(port), '--api', apiUrl] });
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await endChild(desk);
      api.closeAllConnections();
      await new Promise((resolve) => api.close(resolve));
    },
  };
};
