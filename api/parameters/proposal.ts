import type { CivilDate } from '../../domain/civil-date';
import { AppError, fieldError, type FieldError } from '../../domain/errors';
import { findDivision } from '../../domain/divisions';
import { misfitOf } from '../../domain/parameters/fitting';
import { objectionsTo, type Proposal } from '../../domain/parameters/invariants';
import type { Parameter, Parameters } from '../../domain/parameters/resolve';
import { units } from '../../domain/parameters/value';
import type { Tx } from '../deps';

const shapeErrors = (parameter: Parameter, { division, category, value }: Proposal): FieldError[] => {
  const unit = units[parameter.unit];
  const categories = parameter.categories ?? [];
  const misfit = unit.fits(value) ? misfitOf(parameter.id, value, category) : unit.says;
  return [
    ...(findDivision(division)
      ? []
      : [{ path: 'division', message: `没有行政区划${division},请从行政区划列表中选择` }]),
    ...(misfit === undefined ? [] : [{ path: 'value', message: misfit }]),
    ...(category !== undefined && !categories.includes(category)
      ? [
          {
            path: 'category',
            message: categories.length ? `类别只能是:${categories.join('、')}` : '这个参数不分类别,请不要填写类别',
          },
        ]
      : []),
    ...(category === undefined && categories.length > 0
      ? [{ path: 'category', message: `请填写类别:${categories.join('、')}` }]
      : []),
  ];
};

/** @throws AppError notFound (no such parameter), invalidInput with every objection and the rule it cites */
export const requireAcceptable = (parameters: Parameters, proposal: Proposal): void => {
  const parameter = parameters.all.find(({ id }) => id === proposal.id);
  if (!parameter) {
    const message = `没有参数“${proposal.id}”,请从参数列表中选择`;
    throw new AppError('invalidInput', message, { fields: [{ path: 'parameter', message }] });
  }
  const wrong = shapeErrors(parameter, proposal);
  const fields = wrong.length > 0 ? wrong : objectionsTo(parameters, proposal);
  if (fields.length > 0) throw new AppError('invalidInput', `不能录入:${fields[0]!.message}`, { fields });
};

interface EntryRow {
  readonly parameter: string;
  readonly division: string;
  readonly category: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly value: unknown;
  readonly reference: string;
  readonly history: boolean;
}

/** Of what was in force in the past alone the floors are no hindrance. @throws AppError invalidInput */
export const requirePast = (to: CivilDate | undefined, today: CivilDate): void => {
  if (to === undefined || to >= today)
    throw fieldError('to', '补录过去执行的数值,须填写已经过去的结束日期;现行和今后的数值请按正常录入');
};

/** @throws AppError invalidInput */
export const requireDocument = async (tx: Tx, documentId: string): Promise<void> => {
  if ((await tx.ruleDocument.count({ where: { id: documentId } })) === 0)
    throw fieldError('documentId', '没有这份依据文件,请先上传');
};

export const proposalOf = (entry: EntryRow): Proposal => ({
  id: entry.parameter,
  division: entry.division,
  from: entry.validFrom,
  value: entry.value as Proposal['value'],
  reference: entry.reference,
  ...(entry.category ? { category: entry.category } : {}),
  ...(entry.validTo ? { to: entry.validTo } : {}),
  ...(entry.history ? { history: true } : {}),
});
