import type { Relation } from './input';
import { lawsOn } from './laws';
import type { Person } from './people';
import type { RuleBook } from './rule-book';

export interface Counting {
  readonly person: Person;
  readonly counted: boolean;
  /** Chinese: why, or why not. */
  readonly why: string;
  readonly clause: string;
  /** Taken from the relation because the input does not say it. */
  readonly assumed?: boolean;
}

type Finding = Omit<Counting, 'person' | 'clause'>;

const yes = (why: string, assumed?: boolean): Finding => ({ counted: true, why, ...(assumed ? { assumed } : {}) });
const no = (why: string): Finding => ({ counted: false, why });

/** Situations that take a member out, whatever the relation. Which of them hold is the parameter `dibao.members.excluded`. */
const situations: Readonly<Record<string, (person: Person, book: RuleBook) => string | undefined>> = {
  inPrison: ({ member }) => (member.inPrison ? '正在监狱服刑' : undefined),
  inCompulsoryIsolation: ({ member }) => (member.inCompulsoryIsolation ? '正在强制隔离戒毒' : undefined),
  declaredMissing: ({ member }) => (member.declaredMissing ? '已宣告失踪' : undefined),
  religious: ({ member }, book) => {
    const years = book.count('dibao.members.religiousYears').value;
    return member.religiousYearsApart !== undefined && member.religiousYearsApart >= years
      ? `宗教教职人员连续${years}年以上脱离家庭独立生活`
      : undefined;
  },
};

const adultChild = ({ member, student }: Person): Finding | undefined => {
  if (student === 'graduate') return no('全日制研究生不计入');
  if (student) return yes('在校接受全日制本科及以下学历教育的成年子女');
  return member.cannotLiveIndependently ? yes('成年但不能独立生活的子女') : undefined;
};

/** The limbs of the definition that need no co-residence. */
const byRelation: { readonly [relation in Relation]?: (person: Person) => Finding | undefined } = {
  applicant: () => yes('申请人本人'),
  spouse: () => yes('配偶'),
  child: (person) => (person.minor ? yes('未成年子女') : adultChild(person)),
};

const byDuty = ({ member }: Person, book: RuleBook): Finding => {
  if (member.coResident === false) return no('未长期共同居住');
  const table = book.table<Readonly<Record<string, boolean>>>('dibao.members.dutyByRelation').value;
  const duty = member.supportDuty ?? table[member.relation] === true;
  if (!duty) return no('没有法定赡养、扶养、抚养义务关系(若为其他成员的配偶、子女,请用 relationTo 写明)');
  return yes('有法定赡养、扶养、抚养义务并长期共同居住', member.supportDuty === undefined);
};

/** Who is a co-living family member (共同生活的家庭成员). A relation to somebody outside the family leads nowhere. */
export const countMembers = (people: readonly Person[], book: RuleBook): readonly Counting[] => {
  const clause = lawsOn(book.on).members;
  const excluded = book.table<readonly string[]>('dibao.members.excluded').value;
  const byId = new Map(people.map((person) => [person.id, person]));

  const family = (person: Person): Finding => {
    const { relation, relationTo } = person.member;
    const anchor = relationTo === undefined ? undefined : byId.get(relationTo);
    if (anchor && !family(anchor).counted) return no(`${anchor.name}不属于共同生活的家庭成员`);
    return byRelation[relation]?.(person) ?? byDuty(person, book);
  };

  const finding = (person: Person): Finding => {
    const { member } = person;
    if (member.diedOn !== undefined && member.diedOn <= book.on) return no('已死亡');
    if (member.counted !== undefined) return member.counted ? yes('经办机构认定计入') : no('经办机构认定不计入');
    for (const name of excluded) {
      const why = situations[name]?.(person, book);
      if (why !== undefined) return no(why);
    }
    return family(person);
  };

  return people.map((person) => ({ person, clause, ...finding(person) }));
};
