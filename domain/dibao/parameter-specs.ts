import type { ParameterUnit } from '../parameters/resolve';

/** What the rules expect of a parameter; its dated values are YAML in domain/parameters. `local`: only the place's own values count. */
export interface ParameterSpec {
  readonly unit: ParameterUnit;
  readonly choices?: readonly string[];
  /** Categories an override may name; `open` = any name (e.g. classes of another place). */
  readonly categories?: readonly string[] | 'open';
  readonly local?: true;
}

const areas = ['urban', 'rural'] as const;
const tests = ['dibao', 'marginal'] as const;
const rigid = ['employment', 'illness', 'disability', 'education'] as const;
const bases = [
  'disposableIncome',
  'urbanDisposableIncome',
  'ruralDisposableIncome',
  'standardPerMonth',
  'standardPerYear',
  'fixed',
] as const;

export const parameterSpecs = {
  'dibao.standard.urban': { unit: 'yuanPerMonth', local: true },
  'dibao.standard.rural': { unit: 'yuanPerYear', local: true },
  'dibao.class.amount': { unit: 'yuanPerMonth', categories: 'open', local: true },
  'dibao.class.assigned': { unit: 'table' },
  'dibao.class.mainShare': { unit: 'ratio' },
  'dibao.method': { unit: 'choice', choices: ['difference', 'class', 'tier', 'full'], categories: areas },
  'dibao.tiers': { unit: 'table' },
  'dibao.amount.minimumPerPerson': { unit: 'yuanPerMonth' },
  'dibao.rounding.mode': { unit: 'choice', choices: ['exact', 'up', 'down', 'halfUp'] },
  'dibao.rounding.unit': { unit: 'choice', choices: ['fen', 'jiao', 'yuan', 'tenYuan'] },
  'dibao.rounding.scope': { unit: 'choice', choices: ['household', 'person'] },
  'dibao.marginal.multiple': { unit: 'ratio' },
  'dibao.residencePermit.allowed': { unit: 'boolean' },
  'dibao.members.dutyByRelation': { unit: 'table' },
  'dibao.members.excluded': { unit: 'table' },
  'dibao.members.religiousYears': { unit: 'integer' },
  'dibao.labour.withoutByDisability': { unit: 'table' },
  'dibao.singlePerson.grounds': { unit: 'table', categories: areas },
  'dibao.singlePerson.method': {
    unit: 'choice',
    choices: ['ownDifference', 'perCapitaDifference', 'class', 'tier', 'full', 'ratio', 'fixed'],
    categories: areas,
  },
  'dibao.singlePerson.ratio': { unit: 'ratio' },
  'dibao.singlePerson.fixed': { unit: 'yuanPerMonth' },
  'dibao.singlePerson.ownIncomeMultiple': { unit: 'ratio' },
  'dibao.singlePerson.exemptSupport': { unit: 'boolean' },
  'dibao.income.counted': { unit: 'boolean', categories: 'open' },
  'dibao.income.averagingMonths': { unit: 'months' },
  'dibao.imputed.enabled': { unit: 'boolean' },
  'dibao.imputed.base': { unit: 'yuanPerMonth' },
  'dibao.imputed.coefficient': { unit: 'ratio', categories: ['full', 'partial'] },
  'dibao.support.enabled': { unit: 'boolean' },
  'dibao.support.ratio': { unit: 'ratio' },
  'dibao.support.thresholdMultiple': { unit: 'ratio' },
  'dibao.support.threshold': { unit: 'yuanPerMonth' },
  'dibao.deduction.enabled': { unit: 'boolean', categories: rigid },
  'dibao.deduction.ratio': { unit: 'ratio', categories: rigid },
  'dibao.deduction.capOfStandard': { unit: 'ratio', categories: rigid },
  'dibao.deduction.cap': { unit: 'yuanPerMonth', categories: rigid },
  'dibao.deduction.fixed': { unit: 'yuanPerMonth', categories: rigid },
  'dibao.deduction.disabilityBasis': { unit: 'choice', choices: ['subsidies', 'expenses', 'higher'] },
  'dibao.property.enabled': { unit: 'boolean', categories: tests },
  'dibao.property.financial.base': { unit: 'choice', choices: bases, categories: tests },
  'dibao.property.financial.multiple': { unit: 'ratio', categories: tests },
  'dibao.property.financial.fixed': { unit: 'yuan', categories: tests },
  'dibao.property.vehicle.limit': { unit: 'yuan', categories: tests },
  'dibao.property.vehicle.withinMonths': { unit: 'months', categories: tests },
  'dibao.property.machinery.allowed': { unit: 'boolean', categories: tests },
  'dibao.property.machinery.withinMonths': { unit: 'months', categories: tests },
  'dibao.property.nonResidential.max': { unit: 'integer', categories: tests },
  'dibao.property.dwellings.max': { unit: 'integer', categories: tests },
  'dibao.property.company.base': { unit: 'choice', choices: bases, categories: tests },
  'dibao.property.company.multiple': { unit: 'ratio', categories: tests },
  'dibao.property.company.fixed': { unit: 'yuan', categories: tests },
  'dibao.disposableIncome': { unit: 'yuanPerYear', categories: ['all', 'urban', 'rural'], local: true },
  'dibao.increment.rules': { unit: 'table' },
  'dibao.increment.combine': { unit: 'choice', choices: ['higher', 'sum'] },
  'dibao.gradualExit.minMonths': { unit: 'months' },
  'dibao.gradualExit.maxMonths': { unit: 'months' },
  'dibao.gradualExit.registeredPoorOnly': { unit: 'boolean' },
  'dibao.gradualExit.share': { unit: 'ratio' },
  'dibao.gradualExit.steps': { unit: 'table' },
  'dibao.gradualExit.incomeCeiling': { unit: 'ratio' },
  'dibao.gradualExit.repeatLimit': { unit: 'integer' },
  'dibao.recheck.months': { unit: 'months', categories: ['yearly', 'halfYearly'] },
  'dibao.workRefusal.times': { unit: 'integer' },
  'dibao.workRefusal.share': { unit: 'ratio' },
} as const satisfies Record<string, ParameterSpec>;

export type DibaoParameterId = keyof typeof parameterSpecs;

export const specOf = (id: string): ParameterSpec | undefined =>
  Object.hasOwn(parameterSpecs, id) ? parameterSpecs[id as DibaoParameterId] : undefined;
