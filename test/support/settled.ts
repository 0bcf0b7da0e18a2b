import type { Store } from '../../store/client';
import { until } from './until';

/**
 * Until no open case has anything left to do that was due by an instant: time that is skipped does not wait for a step that
 * takes long on a busy machine.
 */
export const settledBy = ({ prisma }: Store, instant: number): Promise<void> =>
  until(async () => {
    const [left] = await prisma.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from "case"
      where clock = 'engine' and closed_at is null
        and (snapshot -> 'alarms' -> 0 ->> 'at')::bigint <= ${instant}`;
    return left!.count === 0;
  });
