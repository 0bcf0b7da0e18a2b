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
  const reverse = (by: Who, proposalId: string) =>
    api().call('reverseFundMovement', { token: tokens[by], params: { proposalId }, body: { reason: '登记时写错' } });
  const enter = async (by: Who, checker: Who, change: object = {}) => {
    const proposed = await propose(by, change);
    expect(proposed).toMatchObject({ status: 201 });
    expect(await decide(checker, 'approve', proposed.body['id'])).toMatchObject({ status: 200 });
    return String(proposed.body['id']);
  };
  const funds = async (by: Who, query: Record<string, string> = {}) =>
    (await api().call('readFunds', { token: tokens[by], query })).body;
  const closing = async (by: Who, query: Record<string, string> = { year: '2026' }) =>
    (await api().call('readFundClosing', { token: tokens[by], query })).body as unknown as {
      total: Record<string, string>;
      totalByYear: object[];
      lines: (Record<string, string> & { byYear: object[] })[];
      next: string | null;
    };
  const lineOf = async (by: Who, division: string, query?: Record<string, string>) =>
    (await closing(by, query)).lines.find((line) => line['division'] === division && line['source'] === 'central');
  return { tokens, signIn, propose, decide, reverse, enter, funds, closing, lineOf };
};
