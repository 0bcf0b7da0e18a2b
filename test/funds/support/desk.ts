import type { Api } from '../../api/support/api';

export const who = {
  maker: ['financeMaker', '530581'],
  checker: ['financeChecker', '530581'],
  reviewer: ['countyReviewer', '530581'],
  clerk: ['townshipClerk', '530581001'],
  prefecture: ['supervisor', '5305'],
  otherPrefecture: ['supervisor', '5305'],
  province: ['supervisor', '53'],
  elsewhere: ['supervisor', '5306'],
  auditor: ['auditor', '53'],
} as const;

export type Who = keyof typeof who;
const allocation = {
  kind: 'allocation',
  programme: 'dibao',
  year: 2026,
  source: 'central',
  fromDivision: '5305',
  toDivision: '530581',
  amount: '1000',
  documentNumber: '测试文件〔2026〕3号',
  onDate: '2026-03-02',
};

/** What the offices do with money, each with its own session; `tokens` by who. */
export const fundsDesk = (api: () => Api) => {
  const tokens: Record<string, string> = {};
  const signIn = async (): Promise<void> => {
    for (const [name, [role, division]] of Object.entries(who)) tokens[name] = await api().as(role, division);
  };
  const propose = (by: Who, change: object = {}, key?: string) =>
    api().call('proposeFundMovement', { token: tokens[by], body: { ...allocation, ...change }, ...(key && { key }) });
  const decide = (by: Who, verdict: 'approve' | 'reject', proposalId: unknown) =>
    api().call(`${verdict}FundMovement`, { token: tokens[by], params: { proposalId: String(proposalId) } });
  const enter = async (by: Who, checker: Who, change: object = {}) => {
    const proposed = await propose(by, change);
    expect(proposed).toMatchObject({ status: 201 });
    expect(await decide(checker, 'approve', proposed.body['id'])).toMatchObject({ status: 200 });
    return String(proposed.body['id']);
  };
  const funds = async (by: Who, query: Record<string, string> = {}) =>
    (await api().call('readFunds', { token: tokens[by], query })).body;
  return { tokens, signIn, propose, decide, enter, funds };
};
