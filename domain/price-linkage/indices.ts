import { fieldError } from '../errors';
import { fromDecimal, type Rational } from '../rational';

/** The three indices, in the order in which they are shown. */
export const indexKinds = {
  cpi: { label: '居民消费价格指数(CPI)同比涨幅', short: 'CPI' },
  foodCpi: { label: '食品价格(CPI中的食品)同比涨幅', short: '食品价格' },
  scpi: { label: '城镇低收入居民基本生活费用价格指数(SCPI)同比涨幅', short: 'SCPI' },
} as const;

export type IndexKind = keyof typeof indexKinds;
export const indexNames = Object.keys(indexKinds) as IndexKind[];

/** Year on year, in percent, as published: "3.5" means 3.5 %. */
export type Indices = { readonly [Kind in IndexKind]?: string };

const RISE = /^-?\d{1,3}(\.\d{1,2})?$/;
/** No month ever rose by half; what is higher is an index to the base of 100. */
const HIGHEST_RISE = 50;

/** What is wrong with a rise as written, or undefined. */
export const riseProblem = (text: string): string | undefined => {
  if (!RISE.test(text)) return '应为同比涨幅(%)的小数,例如 "3.5",最多两位小数';
  if (Number(text) <= HIGHEST_RISE) return undefined;
  const rise = (Math.round((Number(text) - 100) * 100) / 100).toString();
  return `请填写同比涨幅,不填以上年同月为100的指数;指数${text}应填写"${rise}"`;
};

/** Exact percent. @throws AppError invalidInput naming the index */
export const riseOf = (kind: IndexKind, text: string): Rational => {
  const problem = riseProblem(text);
  if (problem) throw fieldError(`indices.${kind}`, `${indexKinds[kind].label}${problem}`);
  return fromDecimal(text);
};
