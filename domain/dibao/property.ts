import { addMonths, type CivilDate } from '../civil-date';
import type { ParameterSource } from '../explain';
import { fenFromYuan, yuanFromFen } from '../money';
import { compare, fraction, isBelow, multiply, over, roundTo, times, total, type Rational } from '../rational';
import type { Asset } from './input';
import { assetKinds, type PropertyItem } from './kinds';
import type { RuleBook, Ruled } from './rule-book';

export type PropertyTest = 'dibao' | 'marginal';

/** One limb of the property test. `value` and `limit` are words for people. */
export interface PropertyFinding {
  readonly item: PropertyItem;
  readonly label: string;
  readonly value: string;
  readonly limit: string;
  readonly ok: boolean;
  readonly parameter: ParameterSource;
}

export interface PropertyResult {
  readonly test: PropertyTest;
  readonly ok: boolean;
  readonly items: readonly PropertyFinding[];
}

interface Context {
  readonly test: PropertyTest;
  readonly persons: number;
  readonly standard: Rational;
  readonly book: RuleBook;
  /** Without it only `ok` is told. */
  readonly explain: boolean;
}
interface Held {
  readonly ok: boolean;
  readonly parameter: ParameterSource;
  readonly words: () => Pick<PropertyFinding, 'label' | 'value' | 'limit'>;
}
type Limb = (assets: readonly Asset[], context: Context) => Held;

const say = (value: Rational): string => `${yuanFromFen(roundTo(value, 'halfUp'))}元`;
const valueOf = (asset: Asset): Rational => fraction(fenFromYuan(asset.value ?? '0'));
const countOf = (assets: readonly Asset[]): number => assets.reduce((sum, asset) => sum + (asset.count ?? 1), 0);

const yearly = (id: 'all' | 'urban' | 'rural', book: RuleBook): Rational =>
  times(book.amount('dibao.disposableIncome', id).value, 12);
const baseOf: Readonly<Record<string, (context: Context) => Rational>> = {
  disposableIncome: ({ book }) => yearly('all', book),
  urbanDisposableIncome: ({ book }) => yearly('urban', book),
  ruralDisposableIncome: ({ book }) => yearly('rural', book),
  standardPerMonth: ({ standard }) => standard,
  standardPerYear: ({ standard }) => times(standard, 12),
};

const limitOf = (limb: 'financial' | 'company', context: Context): Ruled<Rational> => {
  const { book, test } = context;
  const base = book.choice(`dibao.property.${limb}.base`, test);
  const fixed = book.findAmount(`dibao.property.${limb}.fixed`, test);
  const unit = baseOf[base.value];
  if (fixed || !unit) return fixed ?? book.amount(`dibao.property.${limb}.fixed`, test);
  const multiple = book.ratio(`dibao.property.${limb}.multiple`, test);
  return { value: multiply(unit(context), multiple.value), source: multiple.source };
};

/** Bought or used within the months before the day; without a date it is in use now. */
const isRecent = (date: CivilDate | undefined, months: number, on: CivilDate): boolean =>
  date === undefined || date >= addMonths(on, -months);

const limbs: { readonly [item in PropertyItem]: Limb } = {
  financial: (assets, context) => {
    const each = over(total(assets.map(valueOf)), context.persons);
    const limit = limitOf('financial', context);
    return {
      words: () => ({ label: '人均金融资产', value: say(each), limit: `不超过${say(limit.value)}` }),
      ok: compare(each, limit.value) <= 0,
      parameter: limit.source,
    };
  },
  vehicle: (assets, { book, test }) => {
    const limit = book.amount('dibao.property.vehicle.limit', test);
    const months = book.count('dibao.property.vehicle.withinMonths', test).value;
    const recent = assets.filter((asset) => isRecent(asset.date, months, book.on));
    const values = recent.map(valueOf);
    return {
      words: () => ({
        label: '机动车辆',
        value: values.length === 0 ? `近${months}个月内无` : values.map(say).join('、'),
        limit: `每辆低于${say(limit.value)}`,
      }),
      ok: values.every((value) => isBelow(value, limit.value)),
      parameter: limit.source,
    };
  },
  machinery: (assets, { book, test }) => {
    const allowed = book.flag('dibao.property.machinery.allowed', test);
    const months = book.count('dibao.property.machinery.withinMonths', test).value;
    const recent = countOf(assets.filter((asset) => isRecent(asset.date, months, book.on)));
    return {
      words: () => ({
        label: '大型机械',
        value: `近${months}个月内购买或使用${recent}台`,
        limit: allowed.value ? '允许' : '无',
      }),
      ok: allowed.value || recent === 0,
      parameter: allowed.source,
    };
  },
  dwellings: (assets, { book, test }) => counted('住房', assets, book.count('dibao.property.dwellings.max', test)),
  nonResidential: (assets, { book, test }) =>
    counted('非居住类房屋', assets, book.count('dibao.property.nonResidential.max', test)),
  company: (assets, context) => {
    const profit = total(assets.map(valueOf));
    const limit = limitOf('company', context);
    return {
      words: () => ({ label: '企业年净利润', value: say(profit), limit: `不超过${say(limit.value)}` }),
      ok: compare(profit, limit.value) <= 0,
      parameter: limit.source,
    };
  },
};

const counted = (label: string, assets: readonly Asset[], max: Ruled<number>): Held => ({
  words: () => ({ label, value: `${countOf(assets)}套`, limit: `不超过${max.value}套` }),
  ok: countOf(assets) <= max.value,
  parameter: max.source,
});

/**
 * The property test of a household or of one person. Limbs without any asset hold and are not listed;
 * necessities the office exempts and mobility vehicles are left out.
 */
export const testProperty = (assets: readonly Asset[], context: Context): PropertyResult => {
  const items: PropertyFinding[] = [];
  let ok = true;
  if (assets.length > 0 && context.book.flag('dibao.property.enabled', context.test).value)
    for (const item of Object.keys(limbs) as PropertyItem[]) {
      const mine = assets.filter((asset) => !asset.exempt && assetKinds[asset.kind].item === item);
      if (mine.length === 0) continue;
      const { words, ...held } = limbs[item](mine, context);
      ok &&= held.ok;
      if (context.explain) items.push({ item, ...words(), ...held });
    }
  return { test: context.test, ok, items };
};
