import { z } from 'zod';
import { day, flag, money, name, spelt, whole } from './pieces';
import { words } from './words';
import { body, list } from '../fields';

const amounted = {
  amount: money('金额'),
  per: spelt('期间', words.per).exactOptional(),
  months: whole('月数', 1, 600).exactOptional(),
  days: whole('每月天数', 1, 31).exactOptional(),
};
const level = spelt('学历层次', words.level);
const student = z
  .union([level.transform((value) => ({ level: value })), body({ level, fullTime: flag('全日制').exactOptional() })], {
    error: `在读情况应为学历层次(${Object.keys(words.level).join('、')})或 {level, fullTime}`,
  })
  .meta({ description: '在读情况' });
const disability = body({
  category: spelt('残疾类别', words.disability).exactOptional(),
  grade: whole('残疾等级', 1, 4),
}).meta({ description: '残疾类别和等级' });
const payer = body({
  relation: spelt('供养人关系', words.relation).exactOptional(),
  age: whole('供养人年龄', 0, 150).exactOptional(),
}).meta({ description: '供养人' });
const common = {
  label: name('说明').exactOptional(),
  evidence: name('证据编号').exactOptional(),
};

const member = body({
  id: name('成员编号').exactOptional(),
  name: name('姓名').exactOptional(),
  relation: spelt('与申请人关系', words.relation).exactOptional(),
  relationTo: name('关系所对应的成员').exactOptional(),
  idNumber: name('身份证号').exactOptional(),
  birthDate: day('出生日期').exactOptional(),
  age: whole('年龄', 0, 150).exactOptional(),
  sex: spelt('性别', words.sex).exactOptional(),
  student: student.exactOptional(),
  disability: disability.exactOptional(),
  disabilityCertificate: name('残疾人证号').exactOptional(),
  seriousIllness: flag('重病').exactOptional(),
  labour: spelt('劳动能力', words.labour).exactOptional(),
  employment: spelt('就业状况', words.employment).exactOptional(),
  cannotFindWork: flag('确实找不到工作').exactOptional(),
  coResident: flag('长期共同居住').exactOptional(),
  supportDuty: flag('有法定赡养、扶养、抚养义务').exactOptional(),
  cannotLiveIndependently: flag('成年但不能独立生活').exactOptional(),
  inPrison: flag('监狱服刑').exactOptional(),
  inCompulsoryIsolation: flag('强制隔离戒毒').exactOptional(),
  declaredMissing: flag('宣告失踪').exactOptional(),
  religiousYearsApart: z.number({ error: '脱离家庭年数应为数字' }).min(0, '年数不能为负数').exactOptional(),
  diedOn: day('死亡日期').exactOptional(),
  counted: flag('经办机构认定是否计入').exactOptional(),
  localHukou: flag('户籍在本地').exactOptional(),
  residencePermit: flag('持居住证').exactOptional(),
  registeredPoor: flag('建档立卡或监测对象').exactOptional(),
  gotSeriousIllnessAid: flag('获得重特大疾病医疗救助').exactOptional(),
  keptByFamily: flag('由家庭供养且无法单独立户').exactOptional(),
  localGround: name('本地规定的单独申请情形').exactOptional(),
  appliesAlone: flag('本人单独申请').exactOptional(),
  features: list('增发特征', name('增发特征')).exactOptional(),
});

const costs = body({
  employment: money('必要就业成本').exactOptional(),
  business: money('经营成本').exactOptional(),
  tax: money('税款').exactOptional(),
  socialInsurance: money('社会保险费').exactOptional(),
  supportPaid: money('支付的赡养费').exactOptional(),
}).meta({ description: '同期成本' });

const income = body({
  member: name('成员编号').exactOptional(),
  kind: spelt('收入种类', words.income),
  ...amounted,
  costs: costs.exactOptional(),
  fixed: flag('收入固定').exactOptional(),
  payer: payer.exactOptional(),
  ...common,
});

const expense = body({
  member: name('成员编号').exactOptional(),
  kind: spelt('支出种类', words.expense),
  ...amounted,
  ...common,
});

const sum = body(amounted);
const support = body({
  for: z
    .union([name('成员编号').transform((id) => [id]), list('被赡养人', name('成员编号'))], {
      error: 'for 应为成员编号',
    })
    .exactOptional(),
  obligor: name('义务人').exactOptional(),
  agreed: sum.exactOptional(),
  householdIncome: sum.exactOptional(),
  persons: whole('义务人家庭人数', 1, 50).exactOptional(),
  supported: whole('被赡养人数', 1, 20).exactOptional(),
  unable: flag('义务人无能力').exactOptional(),
  payer: payer.exactOptional(),
  evidence: name('证据编号').exactOptional(),
});

const asset = body({
  member: name('成员编号').exactOptional(),
  kind: spelt('财产种类', words.asset),
  value: money('价值').exactOptional(),
  count: whole('数量', 0, 1000).exactOptional(),
  date: day('最近购买或使用日期').exactOptional(),
  exempt: flag('生活生产必需').exactOptional(),
  ...common,
});

const gradualExit = body({
  reason: spelt('渐退原因', words.exit),
  months: whole('渐退月数', 0, 120),
  lastBenefit: money('最后一次全额补助'),
  earlierExits: whole('已渐退次数', 0, 100).exactOptional(),
  registeredPoor: flag('建档立卡户').exactOptional(),
}).meta({ description: '试算渐退' });

/** The facts of one household on one day, as written by people. docs/assessment.md explains each field. */
export const previewInput = body({
  id: name('编号').exactOptional().meta({ description: '调用方自己的编号,原样返回' }),
  date: day('核算日期'),
  division: name('行政区划代码').meta({ description: '2、4、6、9或12位', example: '530581' }),
  area: spelt('城乡', words.area),
  members: list('家庭成员', member, { max: 100 }),
  incomes: list('收入', income).exactOptional(),
  expenses: list('支出', expense).exactOptional(),
  support: list('赡养(抚养、扶养)义务人', support).exactOptional(),
  assets: list('财产', asset).exactOptional(),
  gradualExit: gradualExit.exactOptional(),
  overrides: z
    .record(z.string(), z.unknown(), { error: 'overrides 应为对象' })
    .exactOptional()
    .meta({ description: '任一参数的替代值,见 docs/assessment.md' }),
}).meta({ id: 'AssessmentInput' });
export type PreviewInput = z.output<typeof previewInput>;
