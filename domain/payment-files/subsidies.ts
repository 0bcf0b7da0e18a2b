import type { LineKind } from '../payments/lines';

/** What the money is called in a file, by programme. */
const names: Readonly<Record<string, string>> = {
  dibao: '低保金',
  tekun: '特困供养金',
  temporaryAssistance: '临时救助金',
};

const additions = {
  regular: '',
  difference: '补差',
  priceLinkage: '价格补贴',
  oneOff: '一次性补贴',
} as const satisfies Readonly<Record<LineKind, string>>;

/** 低保金, 低保金补差: what a bank prints on the statement. */
export const subsidyOf = (programme: string, kind: string): string =>
  `${names[programme] ?? '救助金'}${Object.hasOwn(additions, kind) ? additions[kind as LineKind] : ''}`;
