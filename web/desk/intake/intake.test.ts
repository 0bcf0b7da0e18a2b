import {
  adultsOf,
  applicationOf,
  identityOf,
  newContent,
  nextRef,
  previewOf,
  readContent,
  storedOf,
  type Content,
} from './content';
import { twiceIn } from './members/lookup';
import { controlOf, fromServer, missingOf, partOf } from './missing';
import { missingPapers } from './papers/missing-papers';

const on = '2022-08-01';
/** Invented; the check digit fits. */
const ID = '530522197505150014';
const complete: Content = {
  ...newContent('530581001000'),
  area: 'urban',
  address: '示例路1号',
  promise: true,
  hasRelatives: 'no',
  members: [
    {
      ref: 'm1',
      name: '甲示例',
      relation: 'applicant',
      idNumber: ID,
      disabilityCategory: 'physical',
      disabilityGrade: '2',
      phone: '',
    },
    { ref: 'm2', name: '乙示例', relation: 'child', birthDate: '2011-09-01', sex: 'male', student: 'primary' },
  ],
  incomes: [{ member: 'm1', kind: 'wage', amount: '900', per: 'month', label: '' }],
};

describe('an application being typed', () => {
  it('becomes what the API checks: nothing empty, the disability as one thing', () => {
    const sent = applicationOf(complete);
    expect(sent['members']).toEqual([
      {
        ref: 'm1',
        name: '甲示例',
        relation: 'applicant',
        idNumber: ID,
        disability: { category: 'physical', grade: 2 },
      },
      { ref: 'm2', name: '乙示例', relation: 'child', birthDate: '2011-09-01', sex: 'male', student: 'primary' },
    ]);
    expect(sent['incomes']).toEqual([{ member: 'm1', kind: 'wage', amount: '900', per: 'month' }]);
    expect(sent).not.toHaveProperty('relatives');
    expect(sent).not.toHaveProperty('delegation');
  });

  it('derives birth date, sex and age from an ID number, and says what is wrong with one', () => {
    expect(identityOf({ idNumber: ID }, on)).toEqual({ birthDate: '1975-05-15', sex: 'male', age: 47 });
    expect(identityOf({ idNumber: '530522197505150015' }, on).problem).toContain('校验位');
    expect(identityOf({}, on)).toEqual({});
  });

  it('is tried against the rules as soon as one person and the area are known', () => {
    expect(previewOf({ ...complete, members: [{ ref: 'm1', relation: 'applicant' }] }, on)).toBeUndefined();
    const preview = previewOf(complete, on);
    expect(preview).toMatchObject({ date: on, division: '530581001000', area: 'urban' });
    expect(preview?.['members']).toContainEqual(expect.objectContaining({ id: 'm2', student: 'primary' }));
  });

  it('never reuses the ref of a member that was taken out', () => {
    expect(nextRef([{ ref: 'm1' }, { ref: 'm4' }])).toBe('m5');
  });

  it('reads an old or broken draft without failing', () => {
    expect(readContent({ members: 'x', incomes: null }, '530581001000')).toMatchObject({
      members: [{ ref: 'm1' }],
      incomes: [],
    });
  });
});

describe('a stored draft', () => {
  it('is the application as it would be sent, and comes back as it was typed', () => {
    const stored = storedOf({ ...complete, hasRelatives: 'no' });
    expect(stored['members']).toEqual(applicationOf(complete)['members']);
    expect(stored).not.toHaveProperty('hasRelatives');
    expect(readContent(JSON.parse(JSON.stringify(stored)), '530581001000')).toEqual(complete);
  });
});

describe('the papers', () => {
  const paper = (kind: string, member: string | null = null) => ({
    id: `${kind}${member ?? ''}`,
    kind,
    kindLabel: '',
    member,
    name: '',
    mime: 'image/png',
    size: 1,
    uploadedAt: '2022-08-01T01:35:00.000Z',
  });
  it('ask for the authorisation of every adult and of nobody else', () => {
    expect(adultsOf(complete, on).map(({ ref }) => ref)).toEqual(['m1']);
    const idsOf = (papers: Parameters<typeof missingPapers>[1]) =>
      missingPapers(complete, papers, on).map(({ id }) => id);
    expect(idsOf([])).toEqual(['identity', 'promise', 'authorisation']);
    expect(idsOf([paper('identity'), paper('promise', 'm1'), paper('authorisation', 'm2')])).toEqual(['authorisation']);
    expect(idsOf([paper('identity'), paper('promise', 'm1'), paper('authorisation', 'm1')])).toEqual([]);
  });
});

describe('what is missing', () => {
  it('names a person who was typed twice', () => {
    const members = [...complete.members, { ref: 'm3', name: '丙示例', relation: 'spouse', idNumber: ID }];
    expect(twiceIn({ ...complete, members })).toEqual([
      { part: 'members', path: 'members[2].idNumber', sentence: '丙示例:身份证号与甲示例相同' },
    ]);
  });

  it('knows the control of a path', () => {
    expect(['members[0].idNumber', 'address', 'delegation.name'].map(controlOf)).toEqual([
      'members-0-idNumber',
      'address',
      'delegation-name',
    ]);
  });

  it('is listed once, in the order of the form, with the person it concerns', () => {
    expect(missingOf(complete, on)).toEqual([]);
    const sentences = missingOf(
      {
        ...newContent('530581001000'),
        applyingThrough: 'delegate',
        members: [{ ref: 'm1', name: '甲示例', relation: 'applicant' }],
      },
      on,
    ).map(({ sentence }) => sentence);
    expect(sentences).toEqual([
      '请选择城市或农村',
      '请填写住址',
      '请填写受托人姓名',
      '请填写委托书',
      '甲示例:请填写出生日期',
      '甲示例:请选择性别',
      '请回答有没有近亲属须备案',
      '申请人还没有承诺所填情况真实',
    ]);
  });

  it('leads to the part of the form', () => {
    expect(['members[0].idNumber', 'incomes[1].amount', 'address', 'promise'].map(partOf)).toEqual([
      'members',
      'incomes',
      'application',
      'submit',
    ]);
  });

  it('takes what the server refuses at the same places', () => {
    expect(fromServer('content.members[1].idNumber', '校验位不对')).toEqual({
      part: 'members',
      path: 'members[1].idNumber',
      sentence: '校验位不对',
    });
  });
});
