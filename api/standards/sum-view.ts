import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { upliftClassNames } from '../../domain/uplift/classes';
import type { Sum } from '../../domain/uplift/sums';

export const SumView = z
  .object({
    households: z.int().meta({ description: '符合的户数(含新增线索)' }),
    persons: z.int(),
    monthly: z.string().meta({ description: '每月金额(元)' }),
    yearEnd: z.string().meta({ description: '自生效月至年底的金额(元)' }),
    now: z.string().meta({ description: '现在每月金额(元)' }),
    difference: z.string(),
    differenceYearEnd: z.string(),
    byClass: z
      .partialRecord(z.enum(upliftClassNames), z.int())
      .meta({ description: '提高、不变、降低、不再符合等各类户数' }),
  })
  .meta({ id: 'StandardSum' });

export const sumView = (sum: Sum): z.input<typeof SumView> => ({
  households: sum.households,
  persons: sum.persons,
  monthly: yuanFromFen(sum.monthlyFen),
  yearEnd: yuanFromFen(sum.yearEndFen),
  now: yuanFromFen(sum.nowFen),
  difference: yuanFromFen(sum.differenceFen),
  differenceYearEnd: yuanFromFen(sum.differenceYearEndFen),
  byClass: sum.byClass,
});

export const exampleSum = {
  households: 2,
  persons: 4,
  monthly: '1600.00',
  yearEnd: '9600.00',
  now: '1480.00',
  difference: '120.00',
  differenceYearEnd: '720.00',
  byClass: { gain: 2, same: 0, decrease: 0, fall: 0, byHand: 0, unknown: 0, new: 0 },
};
