import { relationWords } from '../cases/names';
import type { FactField } from '../facts/fields';

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** The number first: what follows from it is not asked. */
const identity: readonly FactField[] = [
  { name: 'idNumber', label: '身份证号', type: 'text' },
  { name: 'name', label: '姓名', type: 'text', required: true },
  { name: 'relation', label: '与申请人关系', type: 'choice', choices: options(relationWords), required: true },
];

/** Asked only of who has no ID number yet. */
const withoutNumber: readonly FactField[] = [
  { name: 'birthDate', label: '出生日期', type: 'date', required: true },
  { name: 'sex', label: '性别', type: 'choice', choices: options({ male: '男', female: '女' }), required: true },
];

export const situationFields: readonly FactField[] = [
  { name: 'phone', label: '联系电话', type: 'text' },
  {
    name: 'labour',
    label: '劳动能力',
    type: 'choice',
    choices: options({ full: '有劳动能力', partial: '部分劳动能力', none: '无劳动能力' }),
  },
  {
    name: 'employment',
    label: '就业状况',
    type: 'choice',
    choices: options({ employed: '就业', flexible: '灵活就业、务农', unemployed: '无业', retired: '退休' }),
  },
  {
    name: 'student',
    label: '在读',
    type: 'choice',
    choices: options({
      preschool: '学前',
      primary: '小学',
      juniorSecondary: '初中',
      seniorSecondary: '高中',
      vocational: '中职',
      college: '大专',
      undergraduate: '本科',
      graduate: '研究生',
    }),
  },
  {
    name: 'disabilityCategory',
    label: '残疾类别',
    type: 'choice',
    choices: options({
      visual: '视力',
      hearing: '听力',
      speech: '言语',
      physical: '肢体',
      intellectual: '智力',
      mental: '精神',
      multiple: '多重',
    }),
  },
  {
    name: 'disabilityGrade',
    label: '残疾等级',
    type: 'choice',
    choices: options({ 1: '一级', 2: '二级', 3: '三级', 4: '四级' }),
  },
  { name: 'seriousIllness', label: '重病', type: 'flag' },
  { name: 'registeredPoor', label: '脱贫户、监测对象', type: 'flag' },
  { name: 'cannotFindWork', label: '确实找不到工作', type: 'flag' },
];

/** Who it is; without a number also what would follow from it. */
export const identityFields = (hasNumber: boolean): readonly FactField[] => [
  ...identity,
  ...(hasNumber ? [] : withoutNumber),
];

export const memberFields = (hasNumber: boolean): readonly FactField[] => [
  ...identityFields(hasNumber),
  ...situationFields,
];

export const relativeFields: readonly FactField[] = [
  { name: 'member', label: '家庭成员', type: 'member', required: true },
  { name: 'relativeName', label: '工作人员或村干部姓名', type: 'text', required: true },
  { name: 'post', label: '单位和职务', type: 'text', required: true },
  { name: 'relation', label: '亲属关系', type: 'text', required: true },
  { name: 'staffLogin', label: '其登录名(如有)', type: 'text' },
];
