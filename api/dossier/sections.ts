import { ageOn, civilDateAt, sayDate } from '../../domain/civil-date';
import type { MissingOfStage } from '../../domain/dossier/missing';
import { line, paragraph, type Block } from '../../domain/letters/typeset/blocks';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { maskIdNumber } from '../../domain/mask';
import { frozenAssessment } from '../cases/views/assessment';
import type { FieldCipher } from '../../store/crypto';
import { letterPaper } from '../letters/paper';
import type { Contents } from './contents';
import { say } from './form-words';

export const section = (title: string, contents = title): Block => ({ kind: 'section', title, contents });

const dayOf = (at: Date): string => sayDate(civilDateAt(at.getTime()));
const minuteOf = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const missingSection = (stages: readonly MissingOfStage[]): Block[] => [
  section('缺少的材料'),
  ...(stages.length === 0
    ? [paragraph('材料齐全。')]
    : [
        {
          kind: 'table',
          columns: [
            { title: '环节', share: 3 },
            { title: '材料', share: 4 },
            { title: '缺谁的、哪一份', share: 4 },
            { title: '怎么补', share: 6 },
          ],
          rows: stages.flatMap(({ stageLabel, items }) =>
            items.map(({ label, of, todo }) => [stageLabel, label, of.join('、'), todo]),
          ),
        } as const,
      ]),
];

export const memberSection = ({ row, people }: Contents, cipher: FieldCipher, now: Date): Block[] => [
  section('家庭成员'),
  {
    kind: 'table',
    columns: [
      { title: '姓名', share: 4 },
      { title: '关系', share: 3 },
      { title: '性别', share: 2 },
      { title: '年龄', share: 2 },
      { title: '身份证号', share: 7 },
      { title: '保障对象', share: 3 },
      { title: '备注', share: 5 },
    ],
    rows: row.members.map(({ personId, relation, beneficiary, leftOn }) => {
      const person = people.get(personId);
      const sealed = person?.idNumberEnc;
      return [
        person?.name ?? '',
        say('relation', relation),
        say('sex', person?.sex),
        person ? String(ageOn(person.birthDate, person.diedOn ?? civilDateAt(now.getTime()))) : '',
        sealed ? maskIdNumber(String(cipher.openJson('person', 'id_number_enc', personId, sealed))) : '',
        beneficiary ? '是' : '否',
        [person?.diedOn && `${sayDate(person.diedOn)}去世`, leftOn && `${sayDate(leftOn)}不再计入`]
          .filter(Boolean)
          .join(','),
      ];
    }),
  },
];

export const timelineSection = ({ events }: Contents, names: ReadonlyMap<string, string>): Block[] => [
  section('办理经过'),
  {
    kind: 'table',
    columns: [
      { title: '时间', share: 4 },
      { title: '办理人', share: 4 },
      { title: '办理情况', share: 11 },
    ],
    rows: events.map(({ at, actorId, actorRole, sentence }) => [
      minuteOf(at),
      [actorId && names.get(actorId), roles[actorRole as Role]?.label ?? actorRole].filter(Boolean).join('\n'),
      sentence,
    ]),
  },
];

interface ExplainedTerm {
  readonly label?: unknown;
  readonly value?: unknown;
  readonly unit?: unknown;
  readonly clause?: unknown;
  readonly parameter?: { readonly reference?: unknown };
}
const units: Readonly<Record<string, string>> = { yuan: '元', persons: '人', months: '个月' };
const shown = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? '是' : '否') : value === undefined || value === null ? '' : String(value);

/** The clause, and where the value comes from unless that says the same. */
const referencesOf = (clause: string, reference: string): string => {
  const article = /第.+条$/.exec(clause)?.[0];
  const same = article !== undefined && reference.endsWith(article);
  return (same ? [reference] : [clause, reference]).filter((text) => text !== '').join(';');
};

const termRow = ({ label, value, unit, clause, parameter }: ExplainedTerm): string[] => [
  shown(label),
  `${shown(value)}${units[shown(unit)] ?? ''}`,
  referencesOf(shown(clause), shown(parameter?.reference)),
];

export const assessmentSections = ({ assessments }: Contents, cipher: FieldCipher): Block[] =>
  assessments.flatMap((one): Block[] => {
    const { on, monthly, explained } = frozenAssessment(cipher, one);
    const { terms = [], reasons = [] } = explained as {
      readonly terms?: readonly ExplainedTerm[];
      readonly reasons?: readonly unknown[];
    };
    return [
      section('核算说明', `核算说明(${sayDate(on)})`),
      paragraph(`核算日期:${sayDate(on)};核算结果:每月${monthly}元。`),
      ...reasons.map((reason) => paragraph(shown(reason))),
      {
        kind: 'table',
        columns: [
          { title: '项目', share: 6 },
          { title: '数值', share: 4, align: 'right' },
          { title: '依据', share: 9 },
        ],
        rows: terms.map(termRow),
      },
    ];
  });

export const letterSections = ({ letters, row }: Contents): Block[] =>
  letters.flatMap((letter): Block[] => {
    const { blocks, subject } = letterPaper(letter, row);
    const text = blocks.filter(({ kind }) => kind !== 'letterhead' && kind !== 'title');
    const delivered = letter.deliveredAt ? `已于${dayOf(letter.deliveredAt)}送达。` : '尚未登记送达。';
    return [
      section(letter.title, `${letter.title}(${dayOf(letter.createdAt)})`),
      { kind: 'text', text: subject, align: 'center' },
      ...text,
      { kind: 'space', lines: 3 },
      { kind: 'text', text: `送达情况:${delivered}`, size: 12 },
    ];
  });

export const cover = ({ row }: Contents, divisionPath: string, stage: string, office: string, now: Date): Block[] => [
  { kind: 'space', lines: 4 },
  { kind: 'text', text: '社会救助档案', face: 'title', size: 30, align: 'center' },
  { kind: 'space', lines: 1 },
  { kind: 'text', text: '一户一档', face: 'title', size: 22, align: 'center' },
  { kind: 'space', lines: 4 },
  ...[
    `案件编号:${row.number}`,
    `申请人:${row.applicantName}`,
    `地区:${divisionPath}`,
    `办理环节:${stage}`,
    `立卷单位:${office}`,
    `打印日期:${dayOf(now)}`,
  ].map((text) => ({ ...line(text), indent: 4 })),
];
