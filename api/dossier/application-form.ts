import { ageOn, sayDate, type CivilDate } from '../../domain/civil-date';
import { birthDateOf, sexOf } from '../../domain/identity';
import { line, paragraph, type Block, type TableBlock } from '../../domain/letters/typeset/blocks';
import { maskIdNumber, maskPhone } from '../../domain/mask';
import type { Application } from '../cases/application/schema';
import { routeWords, say, throughWords } from './form-words';

export interface FormHead {
  readonly number: string;
  readonly divisionPath: string;
  readonly submittedOn: CivilDate;
  /** Whole ID and phone numbers, for whoever has the right to see them. */
  readonly whole: boolean;
}

type Member = Application['members'][number];
type Named = (ref: string | undefined) => string;

/** A form, not a letter: smaller, so that a usual household fits one page. */
const HEADING = 13;
const SMALL = 12;

const fields = (rows: readonly (readonly [string, string])[]): TableBlock => ({
  kind: 'table',
  columns: [{ share: 3 }, { share: 9 }],
  rows: rows.filter(([, value]) => value !== ''),
});

const listed = (heading: string, columns: TableBlock['columns'], rows: TableBlock['rows']): Block[] =>
  rows.length === 0
    ? []
    : [
        { kind: 'heading', text: heading, size: HEADING },
        { kind: 'table', columns, rows },
      ];

const conditionOf = (member: Member): string => {
  const { labour, employment, student, disability, seriousIllness, cannotFindWork } = member;
  const work = [labour && `${say('labour', labour)}劳动能力`, say('employment', employment)];
  const health = [disability && `${say('disability', disability.category)}残疾${disability.grade}级`];
  return [
    ...work,
    student && `${say('level', student.level)}在读`,
    ...health,
    seriousIllness && '重病',
    cannotFindWork && '确实找不到工作',
  ]
    .filter((word) => word !== undefined && word !== false && word !== '')
    .join('、');
};

const memberRows = ({ members }: Application, { whole, submittedOn }: FormHead): string[][] =>
  members.map((member) => {
    const number = member.idNumber ?? '';
    const birthDate = member.birthDate ?? (number === '' ? undefined : birthDateOf(number));
    const sex = member.sex ?? (number === '' ? undefined : sexOf(number));
    return [
      member.name,
      say('relation', member.relation),
      say('sex', sex),
      birthDate ? `${ageOn(birthDate, submittedOn)}` : '',
      number === '' ? `出生日期${birthDate ?? ''}` : whole ? number : maskIdNumber(number),
      conditionOf(member),
    ];
  });

interface Sum {
  readonly amount: string;
  readonly per?: string | undefined;
}
const sayAmount = ({ amount, per = 'month' }: Sum): string => `${amount}元/${say('per', per)}`;

const supportRows = ({ support = [] }: Application, named: Named): string[][] =>
  support.map(({ for: supported = [], obligor = '', agreed, householdIncome, persons, unable }) => [
    supported.map(named).join('、'),
    obligor,
    agreed ? `约定${sayAmount(agreed)}` : unable ? '无赡养(抚养、扶养)能力' : '',
    [householdIncome && `家庭收入${sayAmount(householdIncome)}`, persons && `${persons}人`].filter(Boolean).join(','),
  ]);

const moneyTables = (application: Application, named: Named): Block[] => {
  const { incomes = [], expenses = [], assets = [] } = application;
  const sums = [
    { title: '成员', share: 2 },
    { title: '种类', share: 4 },
    { title: '金额', share: 3 },
    { title: '说明', share: 3 },
  ];
  return [
    ...listed(
      '家庭收入',
      sums,
      incomes.map((one) => [named(one.member), say('income', one.kind), sayAmount(one), one.label ?? '']),
    ),
    ...listed(
      '家庭支出',
      sums,
      expenses.map((one) => [named(one.member), say('expense', one.kind), sayAmount(one), one.label ?? '']),
    ),
    ...listed(
      '赡养、抚养、扶养义务人',
      [
        { title: '被赡养人', share: 2 },
        { title: '义务人', share: 3 },
        { title: '约定', share: 3 },
        { title: '义务人家庭', share: 4 },
      ],
      supportRows(application, named),
    ),
    ...listed(
      '家庭财产',
      [
        { title: '成员', share: 2 },
        { title: '种类', share: 3 },
        { title: '价值(元)、数量', share: 3 },
        { title: '说明', share: 4 },
      ],
      assets.map((one) => [
        named(one.member),
        say('asset', one.kind),
        [one.value, one.count && `${one.count}件`].filter(Boolean).join(','),
        one.label ?? '',
      ]),
    ),
  ];
};

const PROMISE =
  '本人承诺:以上所填内容和提供的材料真实、完整;家庭成员、收入、财产状况发生变化的,及时主动报告;同意并授权对家庭经济状况进行核对。如有虚假、隐瞒,愿意退回已领取的救助款物并承担法律责任。';

/** The form as it was filled in, with room for the signatures. */
export const applicationForm = (application: Application, head: FormHead): Block[] => {
  const { members, applicant, relatives = [], delegation, phone, evidenceByPromise = [] } = application;
  const named: Named = (ref) => members.find((member) => member.ref === ref)?.name ?? '全家';
  const shown = (number: string): string => (head.whole ? number : maskPhone(number));
  return [
    { ...line(`编号:${head.number}`), size: SMALL, align: 'right' },
    fields([
      ['申请人', named(applicant)],
      ['申请地', head.divisionPath],
      ['住址', application.address],
      ['联系电话', phone === undefined ? '' : shown(phone)],
      ['申请途径', routeWords[application.route] ?? application.route],
      ['申请方式', throughWords[application.applyingThrough] ?? application.applyingThrough],
      [
        '受托人',
        delegation
          ? [delegation.name, delegation.relation, delegation.phone && shown(delegation.phone)]
              .filter(Boolean)
              .join(',')
          : '',
      ],
      [
        '保障范围',
        application.beneficiaryScope === 'singlePerson' ? `单人户:${named(application.beneficiary)}` : '整户',
      ],
      ['申请日期', sayDate(head.submittedOn)],
      ['以承诺代替的证明', evidenceByPromise.join('、')],
    ]),
    ...listed(
      '家庭成员',
      [
        { title: '姓名', share: 4 },
        { title: '关系', share: 3 },
        { title: '性别', share: 2 },
        { title: '年龄', share: 2 },
        { title: '身份证号', share: 7 },
        { title: '劳动、就业、健康、就学', share: 7 },
      ],
      memberRows(application, head),
    ),
    ...moneyTables(application, named),
    ...listed(
      '近亲属备案(工作人员、村居干部)',
      [
        { title: '成员', share: 2 },
        { title: '亲属', share: 2 },
        { title: '关系', share: 2 },
        { title: '单位和职务', share: 5 },
      ],
      relatives.map((one) => [named(one.member), one.relativeName, one.relation, one.post]),
    ),
    { kind: 'heading', text: '诚信承诺', size: HEADING },
    { ...paragraph(PROMISE), size: SMALL },
    { kind: 'space', lines: 0.5 },
    { ...line('申请人签字(按手印):________________    日期:______年____月____日'), size: SMALL },
    { kind: 'space', lines: 0.5 },
    { ...line('经办人签字:________________________    日期:______年____月____日'), size: SMALL },
  ];
};
