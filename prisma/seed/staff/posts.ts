import type { Role } from '../../../domain/lifecycle/roles';

/** The people of the offices that every case passes through; two hold some posts, so that duties can be separated. */
export const posts = {
  assistant: { role: 'villageAssistant', level: 'township', number: 1 },
  clerk: { role: 'townshipClerk', level: 'township', number: 1 },
  otherClerk: { role: 'townshipClerk', level: 'township', number: 2 },
  approver: { role: 'townshipApprover', level: 'township', number: 1 },
  dataDesk: { role: 'countyDataDesk', level: 'county', number: 1 },
  reviewer: { role: 'countyReviewer', level: 'county', number: 1 },
  otherReviewer: { role: 'countyReviewer', level: 'county', number: 2 },
  countyApprover: { role: 'countyApprover', level: 'county', number: 1 },
  financeMaker: { role: 'financeMaker', level: 'county', number: 1 },
  financeChecker: { role: 'financeChecker', level: 'county', number: 1 },
} as const satisfies Readonly<Record<string, { role: Role; level: 'township' | 'county'; number: number }>>;

export type Post = keyof typeof posts;

/** Posts above the county or beside the line. */
export const otherPosts = [
  { login: 'bs.supervisor', role: 'supervisor', division: '5305' },
  { login: 'qj.supervisor', role: 'supervisor', division: '5303' },
  { login: 'cx.supervisor', role: 'supervisor', division: '5323' },
  { login: 'km.supervisor', role: 'supervisor', division: '5301' },
  { login: 'yn.supervisor', role: 'supervisor', division: '53' },
  { login: 'yn.hotline', role: 'hotlineOperator', division: '53' },
  { login: 'yn.auditor', role: 'auditor', division: '53' },
  { login: 'yn.admin1', role: 'administrator', division: '53' },
  { login: 'yn.admin2', role: 'administrator', division: '53' },
  { login: 'tengchong.admin1', role: 'administrator', division: '530581' },
  { login: 'tengchong.admin2', role: 'administrator', division: '530581' },
] as const satisfies readonly { login: string; role: Role; division: string }[];

export const offices = [
  { county: '530581', login: 'tengchong', townships: { '530581001': 'tengyue', '530581106': 'jietou' } },
  { county: '530381', login: 'xuanwei', townships: { '530381001': 'wanshui', '530381103': 'tianba' } },
  { county: '532301', login: 'chuxiong', townships: { '532301101': 'lucheng', '532301102': 'donggua' } },
  { county: '530102', login: 'wuhua', townships: { '530102001': 'huashan', '530102006': 'lianhua' } },
] as const;
