import type { ChildProcess } from 'node:child_process';

/** Jest loads set-up and tear-down apart, with nothing between them but the process itself. */
const holder = process as NodeJS.Process & { doudiTestServices?: ChildProcess };

/** The channel must not keep the run alive: when it ends, the services see it close and end too. */
export const keepServices = (services: ChildProcess): void => {
  services.unref();
  services.channel?.unref();
  holder.doudiTestServices = services;
};

export const endServices = async (): Promise<void> => {
  const services = holder.doudiTestServices;
  if (!services || services.exitCode !== null) return;
  const ended = new Promise((resolve) => services.once('exit', resolve));
  services.ref();
  services.disconnect();
  await ended;
};
