/** Who can be a recipient. `programme`: whose entitlements stand for the class here; without one the register is kept elsewhere. */
interface ClassRow {
  readonly label: string;
  readonly programme?: string;
  readonly spellings: readonly string[];
}

export const classes = {
  dibao: { label: '低保对象', programme: 'dibao', spellings: ['低保', '最低生活保障'] },
  tekun: { label: '特困人员', programme: 'tekun', spellings: ['特困'] },
  veteran: { label: '享受国家定期抚恤补助的优抚对象', spellings: ['优抚', '优抚对象', '抚恤定补优抚'] },
  unemploymentInsurance: { label: '领取失业保险金人员', spellings: ['失业保险金'] },
  unemploymentAllowance: { label: '领取失业补助金人员', spellings: ['失业补助金'] },
  orphan: { label: '孤儿', programme: 'orphan', spellings: [] },
  unattendedChild: {
    label: '事实无人抚养儿童',
    programme: 'unattendedChild',
    spellings: ['事实无人抚养'],
  },
  hivChild: { label: '艾滋病病毒感染儿童', programme: 'hivChild', spellings: [] },
  marginalHousehold: { label: '低保边缘人口', spellings: ['低保边缘', '低保边缘家庭'] },
} as const satisfies Readonly<Record<string, ClassRow>>;

export type RecipientClass = keyof typeof classes;
export const recipientClasses = Object.keys(classes) as RecipientClass[];
export const isRecipientClass = (text: unknown): text is RecipientClass =>
  typeof text === 'string' && Object.hasOwn(classes, text);

export const classRow = (name: RecipientClass): ClassRow => classes[name];

export type Settlement = 'urban' | 'rural';
export const settlementLabels: Readonly<Record<Settlement, string>> = { urban: '城市', rural: '农村' };
