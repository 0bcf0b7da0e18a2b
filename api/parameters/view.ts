import { z } from 'zod';
import type { ParameterEntry } from '../../generated/prisma/client';
import type { DatedValue, Parameter } from '../../domain/parameters/resolve';
import { units } from '../../domain/parameters/value';
import { EntryState } from '../rulebook/entries';

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
    state: EntryState,
    makerId: z.uuid(),
    checkerId: z.uuid().nullable(),
    createdAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable(),
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

export const proposalView = (entry: ParameterEntry): z.output<typeof ParameterProposal> => ({
  id: entry.id,
  parameter: entry.parameter,
  division: entry.division,
  category: entry.category,
  from: entry.validFrom,
  to: entry.validTo,
  value: entry.value,
  reference: entry.reference,
  state: EntryState.parse(entry.state),
  makerId: entry.makerId,
  checkerId: entry.checkerId,
  createdAt: entry.createdAt.toISOString(),
  checkedAt: entry.checkedAt?.toISOString() ?? null,
});

export const exampleProposal = {
  id: '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c01',
  parameter: 'dibao.standard.urban',
  division: '530581',
  category: null,
  from: '2025-07-01',
  to: null,
  value: '744',
  reference: '云民发〔2025〕40号',
  state: 'proposed' as const,
  makerId: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  checkerId: null,
  createdAt: '2025-07-02T02:00:00.000Z',
  checkedAt: null,
};
