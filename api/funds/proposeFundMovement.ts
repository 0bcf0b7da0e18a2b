import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { findDivision } from '../../domain/divisions';
import { fieldError } from '../../domain/errors';
import { plainDocumentNumber } from '../../domain/funds/document-number';
import { movementFault } from '../../domain/funds/movements';
import { fenFromYuan } from '../../domain/money';
import { money } from '../assessments/pieces';
import { actorOf } from '../context';
import { body, civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { budgetYear, movementKind, programme, source } from './fields';
import { exampleMovement, FundMovementView, movementView } from './movement-view';
import { requireYoungCarry } from './movement-table';
import { saying } from './refusals';

export const proposeFundMovement = operation({
  method: 'post',
  path: '/api/v1/funds/movements',
  permission: 'funds.enter',
  tag: '资金',
  summary: '登记下达、拨付、到账、结转或退回',
  description:
    '由本级登记,本级另一人复核后入账。下达可由拨出或收到的一级登记,同一文件只登记一次。年度终了,结余由本级结转下一年度同一用途和来源(拨出与收到均为本级),或退回原下达的单位(拨出为该单位,收到为本级);超过可用年度(参数 funds.carryYears)的只能退回。',
  effect: 'change',
  status: 201,
  input: body({
    kind: movementKind(),
    programme: programme(),
    year: budgetYear(),
    source: source(),
    fromDivision: z
      .string({ error: '请填写拨出单位;中央下达的留空' })
      .regex(/^(|\d{2}|\d{4}|\d{6})$/, '拨出单位应为2、4或6位行政区划代码;中央下达的留空')
      .meta({ description: '拨出单位;空为中央;本级安排的与收到单位相同', example: '5305' }),
    toDivision: divisionCode('收到单位'),
    amount: money('金额'),
    documentNumber: text('文号', { min: 2, max: 100 }),
    onDate: civilDate('日期'),
    note: text('备注', { max: 200 }).exactOptional(),
  }),
  output: FundMovementView,
  example: {
    input: {
      kind: 'allocation',
      programme: 'dibao',
      year: 2026,
      source: 'central',
      fromDivision: '5305',
      toDivision: '530581',
      amount: '1000000',
      documentNumber: exampleMovement.documentNumber,
      onDate: '2026-03-02',
    },
    output: exampleMovement,
  },
  async handler(context, { body: { amount, note, ...entered } }) {
    const { staffId, division } = actorOf(context);
    const { fromDivision: from, toDivision: to, onDate: on } = entered;
    if (!findDivision(to)) throw fieldError('toDivision', `没有行政区划${to},请核对代码`);
    const fault = movementFault({ ...entered, from, to, on }, division, civilDateAt(context.now().getTime()));
    if (fault) throw fieldError(fault.field, fault.says);
    const fen = fenFromYuan(amount);
    if (fen === 0n) throw fieldError('amount', '金额应大于0');
    const data = {
      ...entered,
      documentNumber: plainDocumentNumber(entered.documentNumber),
      id: randomUUID(),
      enteredBy: division,
      fen,
      note: note ?? null,
      makerId: staffId,
      createdAt: context.now(),
    };
    context.audit.detail('entryId', data.id);
    return context.scope(async (tx) => {
      await requireYoungCarry(tx, context.rulebook, data);
      return movementView(await saying(tx.fundMovement.create({ data })));
    });
  },
});
