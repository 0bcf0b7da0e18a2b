import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A way to a server that can be shut in the middle: open connections break, new ones are refused. */
export interface Gate {
  /** The given address, through the gate. */
  readonly url: string;
  shut(): Promise<void>;
  open(): Promise<void>;
}

export const gateTo = async (address: string): Promise<Gate> => {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    const far = keep(connect(Number(target.port), target.hostname));
    keep(near).pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const url = new URL(address);
  Object.assign(url, { hostname: '127.0.0.1', port: String(port) });
  return {
    url: url.toString(),
    open: async () => void (await listen(port)),
    shut: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
};
