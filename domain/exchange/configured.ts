import { kindNames, type Kind } from './kinds';
import { layoutProblem } from './layout';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTitles = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((title) => typeof title === 'string' && title.trim() !== '');

const receiptLists = ['recordNumber', 'result', 'reason', 'theirNumber', 'answeredOn', 'accepted', 'rejected'] as const;

const receiptProblem = (value: unknown): string | undefined => {
  if (!isObject(value)) return `应写明 ${receiptLists.join('、')}`;
  const missing = receiptLists.find((name) => !isTitles(value[name]));
  if (missing) return `${missing}应为列名或用语的列表,至少一个`;
  const both = (value['accepted'] as readonly string[]).find((word) =>
    (value['rejected'] as readonly string[]).includes(word),
  );
  return both === undefined ? undefined : `“${both}”既是接收又是退回`;
};

const isWords = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((word) => typeof word === 'string' && word !== '');

const rosterProblem = (value: unknown): string | undefined => {
  if (!isObject(value) || !isObject(value['columns']) || !Array.isArray(value['required']) || !isObject(value['words']))
    return '应写明 columns、required 和 words';
  const { columns, required, words } = value as Record<'columns' | 'words', Readonly<Record<string, unknown>>> & {
    readonly required: readonly unknown[];
  };
  const untitled = Object.keys(columns).find((name) => !isTitles(columns[name]));
  if (untitled) return `${untitled}应为列名的列表,至少一个`;
  const unknown = required.find((name) => typeof name !== 'string' || !Object.hasOwn(columns, name));
  if (unknown !== undefined) return `必填的“${String(unknown)}”不在 columns 中`;
  const wordless = Object.keys(words).find((name) => !isWords(words[name]));
  return wordless ? `${wordless}的用语应为“对方用语:本系统用语”` : undefined;
};

const isKind = (category: string | undefined): category is Kind => kindNames.some((kind) => kind === category);

const problems: Readonly<Record<string, (value: unknown, category: string | undefined) => string | undefined>> = {
  'exchange.layout': (value, category) => (isKind(category) ? layoutProblem(category, value) : undefined),
  'exchange.receiptLayout': receiptProblem,
  'exchange.rosterLayout': rosterProblem,
};

/** What stands against a value of a parameter of the exchange, told when it is entered; nothing for any other parameter. */
export const configuredProblem = (id: string, value: unknown, category?: string): string | undefined =>
  Object.hasOwn(problems, id) ? problems[id]!(value, category) : undefined;
