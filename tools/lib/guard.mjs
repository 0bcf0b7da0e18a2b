import { spawnSync } from 'node:child_process';

const once = (work) => {
  const memo = {};
  return () => (memo.value ??= { result: work() }).result;
};

/** util-linux's setpriv can have the kernel end a child with its parent; busybox's cannot. */
export const hasSetpriv = once(() => {
  const { stdout, stderr } = spawnSync('setpriv', ['--help'], { encoding: 'utf8' });
  return /--pdeathsig/.test(`${stdout ?? ''}${stderr ?? ''}`);
});

const credentials = (user) =>
  user ? ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'] : [];

/**
 * The command that runs as `user` and gets `signal` when its parent dies, however that happens.
 * Without setpriv the user still holds, and survivors are found by their recorded number at the next start.
 */
export const guarded = ({ command, args, user, signal = 'SIGTERM' }) =>
  hasSetpriv()
    ? {
        command: 'setpriv',
        args: [...credentials(user), '--pdeathsig', signal.replace(/^SIG/, ''), '--', command, ...args],
        options: {},
      }
    : { command, args, options: user ? { uid: user.uid, gid: user.gid } : {} };
