import { isCivilDate, type CivilDate } from '../civil-date';
import { AppError } from '../errors';
import { fenFromYuan, isYuan, type Fen } from '../money';
import type { Result, ReturnField, ReturnLayout, Totals, TotalsField } from './format';
import { lineIdOf } from './line';

/** What a row of a return file says. */
export interface Answer {
  /** As an editor counts, from 1. */
  readonly row: number;
  /** Undefined where the row names no line of ours. */
  readonly lineId: bigint | undefined;
  readonly reference: string;
  /** Undefined where there is no readable amount. */
  readonly fen: Fen | undefined;
  readonly result: Result;
  readonly reason: string | undefined;
  readonly paidOn: CivilDate | undefined;
}

/** The cells of a row of the file; what they are called depends on the layout. */
export interface Cells {
  readonly row: number;
  readonly cells: readonly string[];
}

type Fields = Partial<Readonly<Record<ReturnField, string>>>;

const plain = (text: string): string => text.normalize('NFKC').trim();

const needed: readonly ReturnField[] = ['reference', 'code'];
const amounts: readonly ReturnField[] = ['yuan', 'fen'];

/** Where each field stands, by the titles of the header row. @throws AppError returnUnreadable */
export const placesOf = ({ columns }: ReturnLayout, header: readonly string[]): ReadonlyMap<ReturnField, number> => {
  const titles = header.map(plain);
  const places = new Map<ReturnField, number>();
  for (const { field, title } of columns) {
    const place = titles.indexOf(plain(title));
    if (field !== 'blank' && place >= 0) places.set(field, place);
  }
  const missing = columns.filter(
    ({ field }) => field !== 'blank' && [...needed, ...amounts].includes(field) && !places.has(field),
  );
  if (missing.length > 0)
    throw new AppError(
      'returnUnreadable',
      `回盘文件的表头缺少:${missing.map(({ title }) => title).join('、')};请核对是否为本批格式的回盘文件`,
    );
  return places;
};

/** Of a layout without header: the columns as they stand. */
export const fixedPlaces = ({ columns }: ReturnLayout): ReadonlyMap<ReturnField, number> =>
  new Map(columns.flatMap(({ field }, place) => (field === 'blank' ? [] : [[field, place] as const])));

const dateOf = (text: string): CivilDate | undefined => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?/.exec(text);
  const date = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  return isCivilDate(date) ? date : undefined;
};

const fenOf = ({ yuan, fen }: Fields): Fen | undefined => {
  if (fen !== undefined) return /^\d{1,18}$/.test(fen) ? BigInt(fen) : undefined;
  const bare = (yuan ?? '').replace(/[,元¥\s]/g, '');
  return isYuan(bare) ? fenFromYuan(bare) : undefined;
};

/** What nobody has told us the meaning of is neither paid nor failed. */
const verdict = ({ codes }: ReturnLayout, { code = '', reason = '' }: Fields): Pick<Answer, 'result' | 'reason'> => {
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (!known) return { result: 'uncertain', reason: `返回码“${code}”不在对照表内${reason && `:${reason}`}` };
  return { result: known.result, reason: known.result === 'paid' ? undefined : reason || known.says };
};

export const answerOf = (
  layout: ReturnLayout,
  places: ReadonlyMap<ReturnField, number>,
  { row, cells }: Cells,
): Answer => {
  const fields: Fields = Object.fromEntries([...places].map(([field, place]) => [field, plain(cells[place] ?? '')]));
  const { reference = '', paidOn = '' } = fields;
  return {
    row,
    lineId: lineIdOf(reference),
    reference,
    fen: fenOf(fields),
    paidOn: dateOf(paidOn),
    ...verdict(layout, fields),
  };
};

export interface ToldTotals {
  readonly count?: number;
  readonly fen?: Fen;
}

/** What a totals row says; undefined for any other row. */
export const totalsOf = (totals: Totals | undefined, cells: readonly string[]): ToldTotals | undefined => {
  if (!totals || plain(cells[0] ?? '') !== totals.label) return undefined;
  const of = (field: TotalsField): string =>
    plain(cells[totals.columns.findIndex((column) => column.field === field)] ?? '');
  const fen = fenOf({ ...(of('fen') && { fen: of('fen') }), yuan: of('yuan') });
  return { ...(/^\d+$/.test(of('count')) && { count: Number(of('count')) }), ...(fen !== undefined && { fen }) };
};

/** Counts what came, to hold it against the file's own totals. */
export const createTally = () => {
  const told: ToldTotals[] = [];
  let [count, fen] = [0, 0n];
  return {
    add: (answer: Answer): void => {
      count += 1;
      fen += answer.fen ?? 0n;
    },
    tell: (totals: ToldTotals): void => void told.push(totals),
    /** A sentence where the file is not whole. */
    problem(): string | undefined {
      const wrong = told.find((one) => (one.count ?? count) !== count || (one.fen ?? fen) !== fen);
      if (!wrong) return undefined;
      return `文件合计为${wrong.count ?? count}笔,实有${count}笔,或金额合计不符;文件可能不完整,请向银行索取完整文件`;
    },
  };
};
