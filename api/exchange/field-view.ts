import { z } from 'zod';

/** One field in the other system's order. */
export const ExchangeField = z
  .object({
    title: z.string(),
    value: z.string(),
    previous: z.string().nullable().meta({ description: '上次回执时的值;没有回执的为空' }),
    differs: z.boolean(),
  })
  .meta({ id: 'ExchangeField', description: '对方系统的一个字段' });

export const exampleField = { title: '月保障金额', value: '320.00', previous: '300.00', differs: true };
