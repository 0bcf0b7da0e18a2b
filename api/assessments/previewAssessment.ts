import { z } from 'zod';
import { createAssessor } from '../../domain/dibao/assess';
import { assessmentToJson } from '../../domain/dibao/to-json';
import { operation } from '../operation';
import { previewInput } from './previewSchema';
import { readInput } from './read-input';
import { AssessmentView } from './view';

export const previewAssessment = operation({
  method: 'post',
  path: '/api/v1/assessments/preview',
  permission: 'rules.preview',
  tag: '试算',
  summary: '试算低保资格和金额',
  description:
    '给出一户的人口、收入、支出、财产和日期,按当日当地的规定和标准核算,逐项说明条款和参数。不保存任何内容,不需要登录和 Idempotency-Key。overrides 可替换任一参数,用来试算其他地方的标准。',
  effect: 'none',
  input: previewInput,
  output: AssessmentView.extend({ id: z.string().exactOptional() }).meta({ id: 'AssessmentPreview' }),
  example: {
    input: {
      date: '2022-08-01',
      division: '530581',
      area: 'urban',
      members: [
        { id: '户主', relation: 'applicant', age: 45 },
        { id: '妻子', relation: 'spouse', age: 43 },
        { id: '孩子', relation: 'child', age: 12 },
      ],
      incomes: [{ member: '户主', kind: 'wage', amount: '1200', per: 'month' }],
    },
  },
  async handler({ scope, rulebook }, { body }) {
    const parameters = await scope((tx) => rulebook.parameters(tx));
    const assessment = createAssessor(parameters)(readInput(body));
    const view = assessmentToJson(assessment) as z.input<typeof AssessmentView>;
    return { ...view, ...(body.id === undefined ? {} : { id: body.id }) };
  },
});
