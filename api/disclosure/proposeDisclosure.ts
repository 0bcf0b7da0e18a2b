import { randomUUID } from 'node:crypto';
import { isCivilMonth, sayMonth } from '../../domain/civil-date';
import { itemNames } from '../../domain/disclosure/items';
import { sumOf } from '../../domain/disclosure/table';
import { findDivision } from '../../domain/divisions';
import { AppError, fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { computeParts, countUnanswered, countUnreleased } from '../../store/disclosure/compute';
import { actorOf } from '../context';
import { body, choice, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { exampleDisclosure } from './example';
import { viewOf } from './find';
import { DisclosureView } from './view';

const month = text('月份').refine(isCivilMonth, '月份应为年-月,例如 2022-09');

export const proposeDisclosure = operation({
  method: 'post',
  path: '/api/v1/disclosures',
  permission: 'disclosure.propose',
  tag: '发放公开',
  summary: '编制发放公开表',
  description:
    '按当月各批次实际到账的金额编制并冻结,由另一人复核后公开。已经公开过的,写明原因编制新版本;回盘没有齐的月份不能编制。',
  effect: 'change',
  status: 201,
  input: body({
    county: divisionCode('县级代码'),
    month,
    item: choice('项目', itemNames),
    reason: text('更正原因', { min: 4, max: 500 }).exactOptional(),
  }),
  output: DisclosureView,
  example: {
    input: { county: '530581', month: '2022-09', item: 'benefit' },
    output: exampleDisclosure,
  },
  division: ({ body: { county } }) => county,
  async handler(context, { body: { county, month: of, item, reason } }) {
    const { staffId } = actorOf(context);
    if (county.length !== levelDigits.county || !findDivision(county)) throw fieldError('county', '请选择县(市、区)');
    return context.scope(async (tx) => {
      const published = { county, month: of, item };
      const told = sayMonth(of);
      const lists = await countUnreleased(tx, published);
      if (lists > 0)
        throw new AppError('refused', `${told}还有${lists}批没有支付;请支付或取消并导入回盘后再编制公开表`);
      const waiting = await countUnanswered(tx, published);
      if (waiting > 0)
        throw new AppError('refused', `${told}还有${waiting}笔没有回盘结果;请导入回盘文件后再编制公开表`);
      const before = await tx.disclosure.findMany({ where: published, orderBy: { version: 'desc' } });
      if (before.some(({ state }) => state === 'proposed'))
        throw new AppError('alreadyExists', `${told}已有一份公开表待复核;请先复核或退回`);
      if (before.some(({ state }) => state === 'published') && !reason)
        throw fieldError('reason', '这个月已经公开过,请写明更正原因');
      const parts = await computeParts(tx, context.store.cipher, published);
      const sums = sumOf(parts);
      if (sums.personTimes === 0) throw new AppError('refused', `${told}没有已到账的金额,没有可公开的内容`);
      const version = (before[0]?.version ?? 0) + 1;
      const id = randomUUID();
      context.audit.detail('entryId', id);
      const row = await tx.disclosure.create({
        data: {
          ...published,
          ...sums,
          id,
          version,
          reason: reason ?? (version > 1 ? '上一版已退回,重新编制' : null),
          makerId: staffId,
          createdAt: context.now(),
        },
      });
      await tx.disclosureRow.createMany({ data: parts.map((part) => ({ ...part, disclosureId: id })) });
      return viewOf(tx, row);
    });
  },
});
