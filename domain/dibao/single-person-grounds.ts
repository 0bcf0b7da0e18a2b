import type { CivilDate } from '../civil-date';
import { clauses, lawsOn } from './laws';
import { isMentalGrade, type Person } from './people';

/** A ground on which a person applies alone (参照单人户). Which hold, and whether the household must be marginal, is a dated parameter. */
interface Ground {
  readonly label: string;
  readonly clause: (on: CivilDate) => string;
  /** `earns`: has counted wages or business income. */
  readonly holds: (person: Person, earns: boolean) => boolean;
}

const limb = (item: string) => (on: CivilDate) => `${lawsOn(on).single}${item}`;
const rural2019 = () => '云南省人民政府办公厅《关于进一步完善农村最低生活保障制度的意见》(2019年)';
const draft2021 = () => '云南省最低生活保障审核确认实施细则(征求意见稿)';

const isUnemployed = ({ member }: Person, earns: boolean): boolean =>
  member.employment === undefined ? !earns : member.employment === 'unemployed';

export const grounds = {
  severeDisability: { label: '一级、二级重度残疾人', clause: limb('第一项'), holds: (person) => person.severe },
  gradeThreeMental: {
    label: '三级智力、三级精神残疾人',
    clause: limb('第一项'),
    holds: (person) => isMentalGrade(person, 3),
  },
  seriousIllness: {
    label: '患有当地认定的重特大疾病人员',
    clause: limb('第二项'),
    holds: ({ member }) => member.seriousIllness === true,
  },
  religious: {
    label: '在宗教场所居住三年以上且生活困难的宗教教职人员',
    clause: limb('第三项'),
    holds: ({ member }) => member.religiousYearsApart !== undefined,
  },
  adultUnemployedSevere: {
    label: '成年无业重度残疾人',
    clause: () => clauses.followUp,
    holds: (person, earns) => person.severe && !person.minor && isUnemployed(person, earns),
  },
  keptSevereDisability: {
    label: '由家庭供养且无法单独立户的重度残疾人',
    clause: rural2019,
    holds: (person) => person.severe && person.member.keptByFamily !== false,
  },
  registeredPoorGradeThreeFour: {
    label: '建档立卡户中的三级、四级智力、精神残疾人',
    clause: rural2019,
    holds: (person) => person.member.registeredPoor === true && isMentalGrade(person, 3, 4),
  },
  seriousIllnessAid: {
    label: '获得重特大疾病医疗救助的人员',
    clause: rural2019,
    holds: ({ member }) => member.seriousIllness === true && member.gotSeriousIllnessAid === true,
  },
  gradeFourMental: {
    label: '四级智力、四级精神残疾人',
    clause: draft2021,
    holds: (person) => isMentalGrade(person, 4),
  },
  localGround: {
    label: '县级以上民政部门规定的其他人员',
    clause: limb('第四项'),
    holds: ({ member }) => member.localGround !== undefined,
  },
} as const satisfies Record<string, Ground>;

export type GroundId = keyof typeof grounds;
export const groundIds: readonly string[] = Object.keys(grounds);
export const groundOf = (id: GroundId): Ground => grounds[id];
