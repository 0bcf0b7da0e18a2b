import { z } from 'zod';
import { previewInput } from '../../assessments/previewSchema';
import { body, choice, id, list, text } from '../../fields';
import { checkIdNumber, checkPhone } from '../../../domain/identity';
import { programmeNames, programmes, type Programme } from '../../../domain/lifecycle/programmes';

const items = previewInput.shape;
const ref = (label: string) => text(label, { max: 40 });
const phone = text('联系电话', { max: 30 }).superRefine((written, { addIssue }) => {
  const checked = checkPhone(written);
  if (!checked.ok) addIssue({ code: 'custom', message: checked.message });
});

/** As the card shows it; what is wrong with it is said by the rules, with everything else that is wrong. */
const plainIdNumber = (written: string): string => {
  const checked = checkIdNumber(written, '9999-12-31');
  return checked.ok ? checked.number : written;
};

export const placeCode = (label: string) =>
  z
    .string({ error: `请填写${label}` })
    .regex(/^\d{9}(\d{3})?$/, `${label}应为9位(乡镇、街道)或12位(村、社区)代码`)
    .meta({ description: label, example: '530581001' });

const programmeAmong = (names: readonly Programme[]) =>
  z
    .enum(names as [Programme, ...Programme[]], { error: `救助类型只能是:${names.join('、')}` })
    .meta({ description: '救助类型' });

export const programmeName = programmeAmong(programmeNames);
/** Those for which one applies here. */
export const appliedProgramme = programmeAmong(programmeNames.filter((name) => programmes[name].applied));

/** A member as the rules know one, with a name, a `ref` for the other lists, and an identity instead of an age. */
export const ApplicationMember = items.members.element
  .omit({ id: true, name: true, age: true, relation: true, diedOn: true, appliesAlone: true, counted: true })
  .extend({
    ref: ref('成员代号'),
    name: text('姓名', { max: 60 }),
    relation: items.members.element.shape.relation.unwrap(),
    idNumber: items.members.element.shape.idNumber.unwrap().transform(plainIdNumber).exactOptional(),
    phone: phone.exactOptional(),
  });

const relative = body({
  member: ref('成员代号'),
  staffLogin: text('工作人员登录名', { max: 64 }).exactOptional(),
  staffId: id('工作人员').exactOptional(),
  relativeName: text('亲属姓名', { max: 60 }),
  post: text('单位和职务', { max: 100 }),
  relation: text('亲属关系', { max: 30 }),
});

const delegation = body({
  name: text('受托人姓名', { max: 60 }),
  relation: text('与申请人关系', { max: 30 }).exactOptional(),
  phone: phone.exactOptional(),
  paper: text('委托书', { max: 200 }),
}).meta({ description: '受托人和委托书;委托他人申请时必填' });

/** An application for a household, complete: what a draft must become before it can be submitted. */
export const Application = body({
  programme: appliedProgramme,
  division: placeCode('申请地'),
  area: items.area,
  route: choice('申请途径', ['hukou', 'residencePermit', 'severalHukou']),
  hukouPlaces: list('户籍地', placeCode('户籍地'), { max: 10 }).exactOptional(),
  address: text('住址', { max: 200 }),
  phone: phone.exactOptional(),
  applyingThrough: choice('申请方式', ['self', 'village', 'delegate']),
  delegation: delegation.exactOptional(),
  promise: z.literal(true, { error: '须由申请人承诺所填情况真实(promise 为 true)' }).meta({ description: '诚信承诺' }),
  evidenceByPromise: list('以书面承诺代替的证明', text('证明名称', { max: 100 }), { max: 30 }).exactOptional(),
  linkedCaseId: id('原案件').exactOptional(),
  members: list('家庭成员', ApplicationMember, { max: 50 }),
  applicant: ref('申请人代号'),
  incomes: items.incomes,
  expenses: items.expenses,
  support: items.support,
  assets: items.assets,
  relatives: list('近亲属备案', relative, { max: 20 }).exactOptional(),
  beneficiaryScope: choice('保障范围', ['wholeHousehold', 'singlePerson']),
  beneficiary: ref('保障对象代号').exactOptional(),
}).meta({ id: 'Application', description: '申请;members[].ref 供其他各项引用' });

export type ApplicationInput = z.input<typeof Application>;
export type Application = z.output<typeof Application>;

/** What is being typed: any object; it is judged when it is submitted. */
export const DraftContent = z
  .record(z.string(), z.unknown(), { error: '草稿内容应为 JSON 对象' })
  .meta({ id: 'DraftContent', description: '草稿内容,结构同申请,可以不完整;form 由前端自存,提交时不看' });
