import { z } from 'zod';
import { exampleCaseId, examplePersonId } from '../cases/application/example-case';
import { exampleFact, FactView } from '../cases/facts/view';
import { Colleague, exampleColleague } from '../staff/colleagues';
import { checklistAnswerNames, checklistItems } from '../../domain/visits/checklist';

const PackMember = z.object({
  personId: z.uuid(),
  name: z.string(),
  relation: z.string(),
  age: z.int(),
  sex: z.string(),
});

export const VisitPackView = z
  .object({
    caseId: z.uuid(),
    owner: z.string(),
    kindLabel: z.string(),
    number: z.string(),
    applicantName: z.string(),
    area: z.enum(['urban', 'rural']),
    division: z.string(),
    divisionPath: z.string(),
    acceptedOn: z.string().nullable(),
    reasons: z.array(z.string()).meta({ description: '现在还不能记录入户的理由;空的即可以' }),
    address: z.string().nullable().meta({ description: '住址;没有权限的遮挡' }),
    phone: z.string().nullable(),
    members: z.array(PackMember),
    facts: z.array(FactView),
    input: z.record(z.string(), z.unknown()).meta({ description: '今天的核算输入,结构同试算,成员按 personId' }),
    parameters: z
      .array(z.record(z.string(), z.unknown()))
      .meta({ description: '当地低保规则的全部参数和数值,供手机离线核算' }),
    photos: z.array(z.object({ id: z.uuid(), name: z.string(), kindLabel: z.string() })),
    last: z
      .object({
        on: z.string(),
        findings: z.string(),
        checklist: z.array(
          z.object({
            item: z.enum(checklistItems),
            answer: z.enum(checklistAnswerNames),
            note: z.string().exactOptional(),
          }),
        ),
      })
      .nullable()
      .meta({ description: '上次入户' }),
    colleagues: z.array(Colleague),
    keepUntil: z.iso.datetime().meta({ description: '手机上保存到何时,之后自动删除' }),
  })
  .meta({ id: 'VisitPack', description: '一次入户要带的资料' });

export type VisitPack = z.input<typeof VisitPackView>;

export const examplePack: VisitPack = {
  caseId: exampleCaseId,
  owner: 'stage',
  kindLabel: '入户调查',
  number: '530581-2022-000123',
  applicantName: '甲示例',
  area: 'urban',
  division: '530581001000',
  divisionPath: '云南省保山市腾冲市腾越街道',
  acceptedOn: '2022-08-02',
  reasons: [],
  address: '示例路1号',
  phone: null,
  members: [{ personId: examplePersonId, name: '甲示例', relation: 'applicant', age: 47, sex: 'male' }],
  facts: [exampleFact],
  input: { date: '2022-08-05', division: '530581001000', area: 'urban', members: [] },
  parameters: [],
  photos: [],
  last: null,
  colleagues: [exampleColleague],
  keepUntil: '2022-08-12T02:00:00.000Z',
};
