import { randomUUID } from 'node:crypto';
import type { Api } from '../../api/support/api';
import { addCase } from '../../api/support/case-row';

export const NUMBER = '6217 0000 1000 0000 003';
export const ACCOUNT_HEAD = '案件编号,申请人身份证号,开户银行,卡号,户名,银行卡影像,代领协议';

export interface Household {
  readonly caseId: string;
  readonly personId: string;
  readonly evidenceId: string;
}

/** A household of one with the picture of a card in its file, whose bytes lie nowhere. */
export const householdWithCard = async (api: Api, township: string): Promise<Household> => {
  const { id: caseId, personId } = await addCase(api.sql, `${township}000`);
  const evidenceId = randomUUID();
  await api.sql(
    `insert into document (id, case_id, kind, name, mime, size, sha256, storage_key, uploaded_at)
     values ('${evidenceId}', '${caseId}', 'other', '银行卡.jpg', 'image/jpeg', 1, '', '${evidenceId}', now())`,
  );
  return { caseId, personId, evidenceId };
};

type Change = Partial<Record<'number' | 'bank' | 'name' | 'paper' | 'of', string>>;

/** A line of a file of accounts; the number of a case in these tests is the beginning of its id. */
export const accountRow = ({ caseId }: Household, change: Change = {}): string =>
  [
    change.of ?? caseId.slice(0, 18),
    '',
    change.bank ?? '农村信用社(农商行)',
    change.number ?? NUMBER,
    change.name ?? '测试申请人',
    change.paper ?? '银行卡.jpg',
    '',
  ].join(',');

export const sendAccounts = (api: Api, token: string, rows: readonly string[], key?: string) =>
  api.call('importCardAccounts', {
    token,
    body: Buffer.from([ACCOUNT_HEAD, ...rows].join('\n')),
    headers: { 'Content-Type': 'text/csv' },
    ...(key && { key }),
  });
