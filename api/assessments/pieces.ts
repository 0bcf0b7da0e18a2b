import { z } from 'zod';
import { yuanText } from '../../domain/dibao/override-values';

/** The sentence for a value that is missing, or of the wrong kind. */
export const missingOr = (label: string, rule: string) => (issue: { readonly input?: unknown }) =>
  issue.input === undefined || issue.input === null || issue.input === '' ? `请填写${label}` : `${label}${rule}`;

/** One of the choices, in any of its spellings. */
export const spelt = <Choice extends string>(label: string, spellings: Readonly<Record<Choice, readonly string[]>>) => {
  const choices = Object.keys(spellings) as Choice[];
  const all = new Map<string, Choice>(
    choices.flatMap((choice) => [choice, ...spellings[choice]].map((text) => [text, choice])),
  );
  return z
    .enum([...all.keys()], { error: missingOr(label, `只能是:${choices.join('、')}`) })
    .transform((text) => all.get(text) as Choice)
    .meta({ description: `${label}:${choices.join('、')}` });
};

/** Yuan as text or number: 1200, "1200.50", "1,200元". */
export const money = (label: string) =>
  z
    .union([z.string(), z.number()], { error: missingOr(label, '应为金额(元),例如 "1234.50"') })
    .transform((raw, context) => {
      const text = yuanText(raw);
      if (text !== undefined && !text.startsWith('-')) return text;
      context.addIssue({
        code: 'custom',
        message: text === undefined ? `${label}应为金额(元),最多两位小数,例如 "1234.50"` : `${label}不能为负数`,
      });
      return z.NEVER;
    })
    .meta({ description: `${label}(元)`, example: '1234.50' });

export const whole = (label: string, min: number, max: number) =>
  z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^\d{1,6}$/)
          .transform(Number),
      ],
      { error: missingOr(label, '应为整数') },
    )
    .refine((value) => value >= min && value <= max, `${label}应在${min}至${max}之间`)
    .meta({ description: label });

export const flag = (label: string) => z.boolean({ error: `${label}应为 true 或 false` }).meta({ description: label });

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** A date; `2022/7/1` and `2022年7月1日` are read as 2022-07-01. Whether it exists is judged by the rules. */
export const day = (label: string) =>
  z
    .string({ error: missingOr(label, '应为日期,例如 2022-07-01') })
    .transform((raw, context) => {
      const match = DAY.exec(raw.trim());
      if (match) return `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
      context.addIssue({ code: 'custom', message: `${label}应为日期,例如 2022-07-01` });
      return z.NEVER;
    })
    .meta({ description: label, format: 'date', example: '2022-07-01' });

export const name = (label: string) =>
  z
    .union([z.string(), z.int()], { error: missingOr(label, '应为文字') })
    .transform((raw) => String(raw).trim())
    .refine((text) => text.length > 0 && text.length <= 100, `${label}应有1至100个字符`)
    .meta({ description: label });
