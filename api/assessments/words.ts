import { assetKinds, expenseKinds, incomeKinds } from '../../domain/dibao/kinds';

/** Each choice with further spellings that are taken for it. */
type Spellings<Choice extends string> = Readonly<Record<Choice, readonly string[]>>;

const labelled = <Kind extends string>(rows: Readonly<Record<Kind, { readonly label: string }>>): Spellings<Kind> =>
  Object.fromEntries(
    Object.entries<{ label: string }>(rows).map(([kind, { label }]) => [kind, [label]]),
  ) as unknown as Spellings<Kind>;

export const words = {
  area: { urban: ['城市', '城镇'], rural: ['农村'] },
  relation: {
    applicant: ['本人', '户主', '申请人'],
    spouse: ['配偶', '妻子', '丈夫', '妻', '夫'],
    child: ['子女', '儿子', '女儿', '子', '女', 'son', 'daughter'],
    parent: ['父母', '父亲', '母亲', '父', '母', 'father', 'mother'],
    grandparent: ['祖父母', '外祖父母', '祖父', '祖母', '外祖父', '外祖母'],
    grandchild: ['孙子女', '外孙子女', '孙子', '孙女', '外孙', '外孙女'],
    sibling: ['兄弟姐妹', '哥哥', '弟弟', '姐姐', '妹妹', 'brother', 'sister'],
    childInLaw: ['儿媳', '女婿'],
    parentInLaw: ['岳父', '岳母', '公公', '婆婆'],
    other: ['其他'],
  },
  level: {
    preschool: ['学前', '幼儿园'],
    primary: ['小学'],
    juniorSecondary: ['初中', 'junior', 'juniorHigh'],
    seniorSecondary: ['高中', 'senior', 'seniorHigh'],
    vocational: ['中职', '中专', '技校'],
    college: ['大专', '专科', '高职'],
    undergraduate: ['本科', '大学本科', '大学'],
    graduate: ['研究生', '硕士', '博士', 'master', 'doctor'],
  },
  disability: {
    visual: ['视力', '1'],
    hearing: ['听力', '2'],
    speech: ['言语', '3'],
    physical: ['肢体', '4'],
    intellectual: ['智力', '5'],
    mental: ['精神', '6'],
    multiple: ['多重', '7'],
  },
  sex: { male: ['男'], female: ['女'] },
  labour: { full: ['有', '完全', '有劳动能力'], partial: ['部分', '部分劳动能力'], none: ['无', '无劳动能力'] },
  employment: {
    employed: ['就业', '在职'],
    flexible: ['灵活就业', '务农', 'farming'],
    unemployed: ['无业', '失业', '未就业'],
    retired: ['退休'],
  },
  per: {
    day: ['日', '天'],
    month: ['月', 'monthly'],
    quarter: ['季', '季度'],
    halfYear: ['半年'],
    year: ['年', 'yearly'],
    once: ['一次', '一次性'],
  },
  exit: { employment: ['就业'], business: ['创业'] },
  income: labelled(incomeKinds),
  expense: labelled(expenseKinds),
  asset: labelled(assetKinds),
} as const;
