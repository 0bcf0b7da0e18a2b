import { levelDigits, type Role } from '../../../domain/lifecycle/roles';
import { uuidOf } from '../../../store/uuid';
import { offices, otherPosts, posts, type Post } from './posts';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly division: string;
}

const surnames = [...'尹番段杨谷李张普罗周赵王马金寸刘钏陈孙赖董郭蔺余'];
const given = ['兰英', '建明', '丽琼', '国荣', '春燕', '志华', '玉芬', '文斌', '秀珍', '永祥', '晓梅', '光辉', '家慧'];
/** Invented, and the same in every seed. */
const nameOf = (index: number): string =>
  `${surnames[(index * 7) % surnames.length]}${given[(index * 5) % given.length]}`;

const postLogins: Readonly<Partial<Record<Role, string>>> = {
  villageAssistant: 'assistant',
  townshipClerk: 'clerk',
  townshipApprover: 'approver',
  countyDataDesk: 'datadesk',
  countyReviewer: 'reviewer',
  countyApprover: 'approver',
  financeMaker: 'finance.maker',
  financeChecker: 'finance.checker',
  supervisor: 'supervisor',
  hotlineOperator: 'hotline',
  auditor: 'auditor',
  administrator: 'admin',
};

const holds = Object.values(posts);
const doubled = new Set<string>(holds.filter(({ number }) => number > 1).map(({ role }) => role));

const officeAccounts = (level: 'township' | 'county', division: string, prefix: string) =>
  holds
    .filter((post) => post.level === level)
    .map(({ role, number }) => ({
      role,
      division,
      login: `${prefix}.${postLogins[role] ?? role}${doubled.has(role) ? number : ''}`,
    }));

/** Every account of the demo. */
export const roster: readonly Account[] = [
  ...offices.flatMap(({ county, login, townships }) => [
    ...officeAccounts('county', county, login),
    ...Object.entries(townships).flatMap(([township, name]) => officeAccounts('township', township, name)),
  ]),
  ...otherPosts,
].map((account, index) => ({ ...account, id: uuidOf('seed', 'staff', account.login), name: nameOf(index) }));

/** The holder of a post for a case of a division. @throws Error where the demo has no such office. */
export const holderOf = (post: Post, division: string): Account => {
  const { role, level, number } = posts[post];
  const office = division.slice(0, levelDigits[level]);
  const found = roster.filter((account) => account.role === role && account.division === office)[number - 1];
  if (!found) throw new Error(`the demo has no ${post} at ${office}`);
  return found;
};
