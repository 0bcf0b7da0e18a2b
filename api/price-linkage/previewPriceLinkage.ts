import { decide } from '../../domain/price-linkage/decide';
import { withOverrides } from '../../domain/price-linkage/overrides';
import { operation } from '../operation';
import { answerView, previewQuestion, PriceLinkageAnswer, questionOf } from './preview-schema';

export const previewPriceLinkage = operation({
  method: 'post',
  path: '/api/v1/price-linkage/preview',
  permission: 'rules.preview',
  tag: '试算',
  summary: '试算物价联动补贴',
  description:
    '按指数月份的规定判断是否启动,计算每人每月金额和发放期限,逐项说明条款、参数和生效日期。涨幅填同比百分数(3.5 表示上涨3.5%)。不保存任何内容,不需要登录和 Idempotency-Key。',
  effect: 'none',
  input: previewQuestion,
  output: PriceLinkageAnswer,
  example: {
    input: {
      area: '530581',
      month: '2022-08',
      indices: { cpi: '3.0', foodCpi: '6.1' },
      class: 'dibao',
      settlement: 'urban',
    },
  },
  async handler({ scope, rulebook }, { body }) {
    const { parameters, calendar } = await scope((tx) => rulebook.rules(tx));
    return answerView(decide(questionOf(body), { parameters: withOverrides(parameters, body.overrides), calendar }));
  },
});
