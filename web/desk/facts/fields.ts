import { assetKinds, expenseKinds, incomeKinds } from '../../../domain/dibao/kinds';
import type { Choice } from '../../shared/schema-form/world';

const choices = (kinds: Readonly<Record<string, { readonly label: string }>>): readonly Choice[] =>
  Object.entries(kinds).map(([value, { label }]) => ({ value, label }));

const periods: readonly Choice[] = [
  { value: 'month', label: '每月' },
  { value: 'year', label: '每年' },
  { value: 'quarter', label: '每季' },
  { value: 'halfYear', label: '每半年' },
  { value: 'day', label: '每天' },
  { value: 'once', label: '一次性' },
];

export type FactField =
  | {
      readonly name: string;
      readonly label: string;
      readonly type: 'choice';
      readonly choices: readonly Choice[];
      readonly required?: boolean;
    }
  | {
      readonly name: string;
      readonly label: string;
      readonly type: 'yuan' | 'count' | 'date' | 'text' | 'flag' | 'member';
      readonly required?: boolean;
    };

const member = { name: 'member', label: '家庭成员', type: 'member' } as const;
const earner = { ...member, required: true } as const;
const amount = { name: 'amount', label: '金额(元)', type: 'yuan', required: true } as const;
const per = { name: 'per', label: '期间', type: 'choice', choices: periods, required: true } as const;
const label = { name: 'label', label: '说明', type: 'text' } as const;

export interface FactTable {
  /** Key in the application and kind of the fact. */
  readonly list: 'incomes' | 'expenses' | 'assets';
  readonly kind: 'income' | 'expense' | 'asset';
  readonly title: string;
  readonly one: string;
  readonly fields: readonly FactField[];
}

/** What is asked about each kind of fact; the same for intake and for a change of the file. */
export const factTables: readonly FactTable[] = [
  {
    list: 'incomes',
    kind: 'income',
    title: '家庭收入',
    one: '一笔收入',
    fields: [
      earner,
      { name: 'kind', label: '收入种类', type: 'choice', choices: choices(incomeKinds), required: true },
      amount,
      per,
      { name: 'fixed', label: '收入固定', type: 'flag' },
      label,
    ],
  },
  {
    list: 'expenses',
    kind: 'expense',
    title: '刚性支出',
    one: '一笔支出',
    fields: [
      earner,
      { name: 'kind', label: '支出种类', type: 'choice', choices: choices(expenseKinds), required: true },
      amount,
      per,
      label,
    ],
  },
  {
    list: 'assets',
    kind: 'asset',
    title: '家庭财产',
    one: '一项财产',
    fields: [
      member,
      { name: 'kind', label: '财产种类', type: 'choice', choices: choices(assetKinds), required: true },
      { name: 'value', label: '价值(元)', type: 'yuan' },
      { name: 'count', label: '数量', type: 'count' },
      { name: 'date', label: '购置或最近使用日期', type: 'date' },
      { name: 'exempt', label: '生活生产必需', type: 'flag' },
      label,
    ],
  },
];

export type FactContent = Readonly<Record<string, unknown>>;

/** The content of a stored fact; the API only promises JSON. */
export const contentOf = (stored: unknown): FactContent =>
  typeof stored === 'object' && stored !== null ? (stored as FactContent) : {};

const said = (field: FactField, value: unknown): string => {
  if (value === undefined || value === null || value === '') return '';
  if (field.type === 'choice') return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (field.type === 'flag') return value === true ? field.label : '';
  if (field.type === 'yuan') return `${String(value)}元`;
  return String(value);
};

/** 「工资性收入 每月900元 集市摆摊」: a fact in one line, the person apart. */
export const sayFact = (table: FactTable, content: FactContent): string => {
  const part = (name: string): string => {
    const field = table.fields.find((one) => one.name === name);
    return field ? said(field, content[name]) : '';
  };
  const sum = `${part('per')}${part('amount')}` || part('value');
  const count = content['count'] === undefined ? '' : `${String(content['count'])}项(件)`;
  return [part('kind'), sum, count, part('fixed'), part('exempt'), part('label')].filter(Boolean).join(' ');
};
