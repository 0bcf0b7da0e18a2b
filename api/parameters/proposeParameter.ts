import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import type { Prisma } from '../../generated/prisma/client';
import { actorOf } from '../context';
import { anyValue, body, civilDate, divisionCode, flag, id, text } from '../fields';
import { operation } from '../operation';
import { proposalOf, requireAcceptable, requireDocument, requirePast } from './proposal';
import { exampleProposal, ParameterProposal, proposalView } from './view';

export const proposeParameter = operation({
  method: 'post',
  path: '/api/v1/parameters/proposals',
  permission: 'parameter.propose',
  tag: '标准和参数',
  summary: '录入标准或参数',
  description:
    '录入后由另一名管理员复核才生效。录入时即检查:低保不低于省级指导标准并自其生效之日起执行、特困不低于城市低保1.3倍、农村低保不低于城市75%、不覆盖已公布的数值、不留空档。history=true 用于补录过去执行的数值(须填已过的结束日期),低于当时标准的只提示。',
  effect: 'change',
  status: 201,
  input: body({
    parameter: text('参数', { max: 100 }),
    division: divisionCode(),
    category: text('类别', { max: 50 }).exactOptional(),
    from: civilDate('生效日期'),
    to: civilDate('结束日期').exactOptional(),
    value: anyValue('数值').meta({ description: '数值;金额写成以元计的文字,例如 "744"' }),
    reference: text('依据', { min: 4, max: 300 }),
    documentId: id('依据文件').exactOptional().meta({ description: '已上传的依据文件' }),
    history: flag('是否补录过去的数值').exactOptional(),
  }),
  output: ParameterProposal,
  example: {
    input: {
      parameter: 'dibao.standard.urban',
      division: '530581',
      from: '2025-07-01',
      value: '744',
      reference: '云民发〔2025〕40号',
    },
    output: exampleProposal,
  },
  division: ({ body: { division } }) => division,
  async handler(context, { body: { parameter, division, category, from, to, value, reference, documentId, history } }) {
    const { staffId } = actorOf(context);
    return context.scope(async (tx) => {
      const entry = {
        id: randomUUID(),
        parameter,
        division,
        category: category ?? null,
        validFrom: from,
        validTo: to ?? null,
        value: value as Prisma.InputJsonValue,
        reference,
        documentId: documentId ?? null,
        history: history ?? false,
        makerId: staffId,
        createdAt: context.now(),
      };
      const parameters = await context.rulebook.parameters(tx);
      if (history) requirePast(to, civilDateAt(context.now().getTime()));
      if (documentId) await requireDocument(tx, documentId);
      requireAcceptable(parameters, proposalOf(entry));
      context.audit.detail('proposalId', entry.id);
      return proposalView(tx, parameters, await tx.parameterEntry.create({ data: entry }));
    });
  },
});
