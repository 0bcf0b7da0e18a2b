import { z } from 'zod';
import { addDays } from '../../domain/civil-date';
import type { ParameterEntry } from '../../generated/prisma/client';
import type { DatedValue, Parameter, Parameters } from '../../domain/parameters/resolve';
import { warningsOn } from '../../domain/parameters/invariants';
import { units } from '../../domain/parameters/value';
import { checkedFields, checkedView, exampleChecked, namesOf } from '../rulebook/view';
import type { Tx } from '../deps';
import { proposalOf } from './proposal';

const Value = z.object({
  division: z.string(),
  category: z.string().nullable(),
  from: z.string(),
  to: z.string().nullable(),
  value: z.unknown(),
  reference: z.string(),
  confidence: z.string(),
  assumed: z.boolean().meta({ description: '法规没有写明、系统先行设定,请当地确认' }),
  verified: z.string().nullable(),
});

export const ParameterView = z
  .object({
    id: z.string(),
    title: z.string(),
    unit: z.string(),
    unitLabel: z.string(),
    categories: z.array(z.string()),
    values: z.array(Value),
  })
  .meta({ id: 'Parameter' });

export const ParameterProposal = z
  .object({
    id: z.uuid(),
    parameter: z.string(),
    division: z.string(),
    category: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
    value: z.unknown(),
    reference: z.string(),
    title: z.string(),
    unitLabel: z.string(),
    documentId: z.uuid().nullable().meta({ description: '依据文件' }),
    history: z.boolean().meta({ description: '补录的过去数值' }),
    warnings: z.array(z.string()).meta({ description: '补录的数值低于当时标准的提示' }),
    replaces: Value.nullable().meta({ description: '生效之日起被它取代的数值;没有则为空' }),
    ...checkedFields,
  })
  .meta({ id: 'ParameterProposal' });

export const valueView = (value: DatedValue): z.output<typeof Value> => ({
  division: value.division,
  category: value.category ?? null,
  from: value.from,
  to: value.to ?? null,
  value: value.value,
  reference: value.reference,
  confidence: value.confidence,
  assumed: value.assumed ?? false,
  verified: value.verified ?? null,
});

export const parameterView = (parameter: Parameter, values: readonly DatedValue[]): z.output<typeof ParameterView> => ({
  id: parameter.id,
  title: parameter.title,
  unit: parameter.unit,
  unitLabel: units[parameter.unit].label,
  categories: [...(parameter.categories ?? [])],
  values: values.map(valueView),
});

/** What held at the place on the day before the value begins: on another day or at a wider place too. */
const replaced = ({ find }: Parameters, entry: ParameterEntry): DatedValue | undefined =>
  find(entry.parameter, {
    on: addDays(entry.validFrom, -1),
    division: entry.division,
    ...(entry.category ? { category: entry.category } : {}),
  });

/** Proposals with what they change, and who entered and checked them. */
export const proposalViews = async (
  tx: Tx,
  parameters: Parameters,
  entries: readonly ParameterEntry[],
): Promise<z.input<typeof ParameterProposal>[]> => {
  const names = await namesOf(tx, entries);
  return entries.map((entry) => {
    const parameter = parameters.all.find(({ id }) => id === entry.parameter);
    const before = parameter && replaced(parameters, entry);
    return {
      id: entry.id,
      parameter: entry.parameter,
      division: entry.division,
      category: entry.category,
      from: entry.validFrom,
      to: entry.validTo,
      value: entry.value,
      reference: entry.reference,
      title: parameter?.title ?? entry.parameter,
      unitLabel: parameter ? units[parameter.unit].label : '',
      documentId: entry.documentId,
      history: entry.history,
      warnings: parameter ? [...warningsOn(parameters, proposalOf(entry))] : [],
      replaces: before ? valueView(before) : null,
      ...checkedView(entry, names),
    };
  });
};

export const proposalView = async (
  tx: Tx,
  parameters: Parameters,
  entry: ParameterEntry,
): Promise<z.input<typeof ParameterProposal>> => (await proposalViews(tx, parameters, [entry]))[0]!;

export const exampleProposal = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c01',
  parameter: 'dibao.standard.urban',
  division: '530581',
  category: null,
  from: '2025-07-01',
  to: null,
  value: '744',
  reference: '云民发〔2025〕40号',
  title: '城市最低生活保障标准',
  unitLabel: '元/月',
  documentId: null,
  history: false,
  warnings: [],
  replaces: null,
  ...exampleChecked,
};
