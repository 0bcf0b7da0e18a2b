import type { Programme } from '../../domain/lifecycle/programmes';
import type { DisabilityCategory, Employment, Labour, Relation, StudentLevel } from '../../domain/dibao/input';

/** The words that a cell may hold, with what they mean in the system. */
const words = <Code>(table: Readonly<Record<string, Code>>): Readonly<Record<string, Code>> => table;

export const yesNo = words<boolean>({ 是: true, 否: false, 有: true, 无: false });
export const programmeWords = words<Programme>({
  低保: 'dibao',
  最低生活保障: 'dibao',
  特困: 'tekun',
  特困人员: 'tekun',
  特困供养: 'tekun',
});
export const areas = words<'urban' | 'rural'>({ 城市: 'urban', 城镇: 'urban', 农村: 'rural' });
export const relations = words<Relation>({
  本人: 'applicant',
  户主: 'applicant',
  申请人: 'applicant',
  配偶: 'spouse',
  妻子: 'spouse',
  丈夫: 'spouse',
  子女: 'child',
  儿子: 'child',
  女儿: 'child',
  父母: 'parent',
  父亲: 'parent',
  母亲: 'parent',
  祖父母: 'grandparent',
  孙子女: 'grandchild',
  孙子: 'grandchild',
  孙女: 'grandchild',
  兄弟姐妹: 'sibling',
  儿媳女婿: 'childInLaw',
  儿媳: 'childInLaw',
  女婿: 'childInLaw',
  岳父母公婆: 'parentInLaw',
  其他: 'other',
});
export const disabilities = words<DisabilityCategory>({
  视力: 'visual',
  听力: 'hearing',
  言语: 'speech',
  肢体: 'physical',
  智力: 'intellectual',
  精神: 'mental',
  多重: 'multiple',
});
export const grades = words<number>({ '1': 1, '2': 2, '3': 3, '4': 4, 一级: 1, 二级: 2, 三级: 3, 四级: 4 });
export const studies = words<StudentLevel>({
  学前: 'preschool',
  小学: 'primary',
  初中: 'juniorSecondary',
  高中: 'seniorSecondary',
  中职: 'vocational',
  大专: 'college',
  本科: 'undergraduate',
  研究生: 'graduate',
});
export const labours = words<Labour>({ 有: 'full', 完全: 'full', 部分: 'partial', 无: 'none', 丧失: 'none' });
export const employments = words<Employment>({
  在业: 'employed',
  就业: 'employed',
  灵活就业: 'flexible',
  未就业: 'unemployed',
  无业: 'unemployed',
  退休: 'retired',
});
export const classes = words<'A' | 'B' | 'C'>({
  A: 'A',
  B: 'B',
  C: 'C',
  A类: 'A',
  B类: 'B',
  C类: 'C',
  一类: 'A',
  二类: 'B',
  三类: 'C',
});
