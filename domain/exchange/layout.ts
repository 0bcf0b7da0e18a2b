import { AppError } from '../errors';
import type { Parameters } from '../parameters/resolve';
import { kinds, rowFields, systems, type ExchangeRecord, type Kind, type SystemName } from './kinds';

export interface LayoutColumn {
  readonly field: string;
  /** The heading, Chinese. */
  readonly title: string;
  /** Characters at most. */
  readonly max: number;
  readonly required?: boolean;
  /** Longer text is cut rather than refused: explanations, never keys. */
  readonly cut?: boolean;
  /** Our word → the other system's code; a word without a code cannot be sent. */
  readonly codes?: Readonly<Record<string, string>>;
}

/** One version of what a file of a kind looks like; packages keep the one they were made by. */
export interface Layout {
  readonly version: string;
  readonly system: SystemName;
  readonly columns: readonly LayoutColumn[];
  /** Not confirmed by the other system. */
  readonly assumed: boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCodes = (value: unknown): boolean =>
  value === undefined || (isObject(value) && Object.values(value).every((code) => typeof code === 'string'));

const columnProblem = (kind: Kind, column: unknown): string | undefined => {
  if (!isObject(column)) return '每一列应写明 field、title、max';
  const { field, title, max, codes } = column;
  const known: readonly string[] = [...kinds[kind].fields, ...rowFields];
  if (typeof field !== 'string' || !known.includes(field)) return `没有字段“${String(field)}”,可用:${known.join('、')}`;
  if (typeof title !== 'string' || title.trim() === '') return `字段${field}没有列名(title)`;
  if (!Number.isInteger(max) || (max as number) < 1) return `字段${field}的最大长度(max)应为正整数`;
  return isCodes(codes) ? undefined : `字段${field}的代码表(codes)应为“本系统用语:代码”`;
};

/** What stands against a value of the parameter as a layout of the kind. */
export const layoutProblem = (kind: Kind, value: unknown): string | undefined => {
  if (!isObject(value) || !Array.isArray(value['columns'])) return '应写明 version、system 和 columns';
  if (typeof value['version'] !== 'string' || value['version'] === '') return '没有版本号(version)';
  if (!Object.hasOwn(systems, String(value['system']))) return `system 只能是:${Object.keys(systems).join('、')}`;
  const columns: readonly unknown[] = value['columns'];
  const problem = columns.map((column) => columnProblem(kind, column)).find(Boolean);
  if (problem) return problem;
  const fields = (columns as readonly LayoutColumn[]).map(({ field }) => field);
  const twice = fields.find((field, at) => fields.indexOf(field) !== at);
  if (twice) return `字段${twice}出现了两次`;
  return fields[0] === 'recordNumber' ? undefined : '第一列应为记录编号(recordNumber),回执按它对应';
};

// @clause 三(二) what the provincial system is given is laid out by data, dated and by place
/** The layout of the kind in force. @throws AppError parameterUnknown, parameterInvalid */
export const layoutOf = (
  parameters: Parameters,
  kind: Kind,
  where: { readonly on: string; readonly division: string },
): Layout => {
  const found = parameters.get('exchange.layout', { ...where, category: kind });
  const problem = layoutProblem(kind, found.value);
  if (problem)
    throw new AppError('parameterInvalid', `参数“${found.title}”(${kinds[kind].label})不对:${problem};请管理员更正`);
  return { ...(found.value as unknown as Layout), assumed: found.assumed ?? false };
};

export interface LaidOut {
  readonly cells: readonly string[];
  /** Why the row cannot be sent, each a Chinese sentence that says what to do. */
  readonly problems: readonly string[];
}

const cellOf = (column: LayoutColumn, word: string): { readonly cell: string; readonly problem?: string } => {
  const { title, max, required, cut, codes } = column;
  if (word === '') return required ? { cell: '', problem: `缺少${title},请在案件中补充` } : { cell: '' };
  const cell = codes ? codes[word] : word;
  if (cell === undefined)
    return { cell: '', problem: `${title}“${word}”在代码表中没有对应代码,请管理员在“报送上级系统的文件格式”中补充` };
  const characters = [...cell];
  if (characters.length <= max) return { cell };
  return cut
    ? { cell: characters.slice(0, max).join('') }
    : { cell, problem: `${title}超过${max}个字(现有${characters.length}个),请更正` };
};

/** The cells of a record in the order of the layout, and what stands against sending it. */
export const layOut = ({ columns }: Pick<Layout, 'columns'>, record: ExchangeRecord): LaidOut => {
  const cells = columns.map((column) => cellOf(column, record[column.field] ?? ''));
  return { cells: cells.map(({ cell }) => cell), problems: cells.flatMap(({ problem }) => problem ?? []) };
};
