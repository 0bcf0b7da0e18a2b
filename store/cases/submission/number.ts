import { waitForLocks } from '../../lock-wait';
import { sqlOf } from '../../sql';
import type { Filing } from './types';

const COUNTY_DIGITS = 6;
const RUNNING_DIGITS = 6;
const COUNTER_WAIT = '6s';

type Place = Pick<Filing, 'tx' | 'division' | 'on'>;

/**
 * The next numbers of the county and year, in order: 530581-2022-000123. The counter's row stays locked until the
 * transaction ends, so that numbers have neither gaps nor twins; take them last.
 */
export const nextCaseNumbers = async ({ tx, division, on }: Place, count: number): Promise<readonly string[]> => {
  const county = division.slice(0, COUNTY_DIGITS);
  const year = on.slice(0, 4);
  // A county's counter is passed from hand to hand: on a busy morning that may take longer than a lock usually should.
  await waitForLocks(sqlOf(tx), COUNTER_WAIT);
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into case_number (county, year, last) values (${county}, ${year}, ${count})
    on conflict (county, year) do update set last = case_number.last + ${count}
    returning last`;
  const first = rows[0]!.last - count + 1;
  return Array.from(
    { length: count },
    (_, index) => `${county}-${year}-${String(first + index).padStart(RUNNING_DIGITS, '0')}`,
  );
};

export const nextCaseNumber = async (place: Place): Promise<string> => (await nextCaseNumbers(place, 1))[0]!;
