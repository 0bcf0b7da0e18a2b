import type { Fen } from '../../domain/money';
import type { Tx } from '../with-scope';

/** Of what is outstanding, what lines on their way to the household's account withhold, fen. */
export const spokenFor = async (tx: Tx, recoveryId: string): Promise<Fen> => {
  const [row] = await tx.$queryRaw<{ fen: bigint }[]>`select recovery_spoken_for(${recoveryId}::uuid) as fen`;
  return row?.fen ?? 0n;
};
