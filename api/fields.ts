import { z } from 'zod';
import { isCivilDate } from '../domain/civil-date';

/** The sentence for a value that is missing or of the wrong kind. */
const say = (label: string, rule: string) => (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null || issue.input === '' ? `请填写${label}` : `${label}${rule}`;

/** Building blocks of every schema: each field knows its Chinese label and says in its own sentence what is wrong. */
export const text = (label: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) =>
  z
    .string({ error: say(label, '应为文字') })
    .trim()
    .min(min, min === 1 ? `请填写${label}` : `${label}至少${min}个字符`)
    .max(max, `${label}最多${max}个字符`)
    .meta({ description: label });

export const secret = (label: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) =>
  z
    .string({ error: say(label, '应为文字') })
    .min(min, min === 1 ? `请填写${label}` : `${label}至少${min}个字符`)
    .max(max, `${label}最多${max}个字符`)
    .meta({ description: label });

export const id = (label: string) =>
  z.uuid({ error: say(label, '格式不对,应为系统给出的编号(UUID)') }).meta({ description: label });

export const civilDate = (label: string) =>
  z
    .string({ error: say(label, '应为日期,例如 2022-07-01') })
    .refine(isCivilDate, `${label}应为真实存在的日期,例如 2022-07-01`)
    .meta({ description: label, format: 'date', example: '2022-07-01' });

export const integer = (label: string, { min, max }: { min: number; max: number }) =>
  z
    .int({ error: say(label, '应为整数') })
    .min(min, `${label}不能小于${min}`)
    .max(max, `${label}不能大于${max}`)
    .meta({ description: label });

/** An integer that arrives as text, in a path or a query. */
export const integerText = (label: string, bounds: { min: number; max: number }) =>
  z
    .string({ error: say(label, '应为整数') })
    .regex(/^\d{1,9}$/, `${label}应为整数`)
    .transform(Number)
    .pipe(integer(label, bounds))
    .meta({ description: label });

export const choice = <const Values extends readonly [string, ...string[]]>(label: string, values: Values) =>
  z.enum(values, { error: say(label, `只能是:${values.join('、')}`) }).meta({ description: label });

export const flag = (label: string) =>
  z.boolean({ error: say(label, '应为 true 或 false') }).meta({ description: label });

/** A division code with 2, 4, 6, 9 or 12 digits: province, prefecture, county, township, village. */
export const divisionCode = (label = '行政区划代码') =>
  z
    .string({ error: say(label, '应为行政区划代码,例如 530581') })
    .regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/, `${label}应为2、4、6、9或12位数字,例如 530581`)
    .meta({ description: label, example: '530581' });

export const list = <Item extends z.ZodType>(label: string, item: Item, { min = 0, max = 1000 } = {}) =>
  z
    .array(item, { error: say(label, '应为列表') })
    .min(min, `${label}至少${min}项`)
    .max(max, `${label}最多${max}项`)
    .meta({ description: label });

/** An object that refuses what it does not know: a misspelt field must not be lost in silence. */
export const body = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `有不认识的字段:${issue.keys.join('、')};请检查拼写`
        : issue.input === undefined
          ? '请填写这一项,内容见接口说明'
          : '内容应为 JSON 对象,请按接口说明填写',
  });

/** Any JSON value that is there; what it must be is checked where its unit is known. */
export const anyValue = (label: string) =>
  z
    .unknown()
    .refine((value) => value !== undefined && value !== null && value !== '', `请填写${label}`)
    .meta({ description: label });
