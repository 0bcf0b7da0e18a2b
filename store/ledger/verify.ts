import { accounts, equations, type Account, type Equation } from '../../domain/ledger/equations';
import { yuanFromFen } from '../../domain/money';
import type { Sql } from '../sql';
import { balanceMismatches, sayDimension, type Mismatch } from './balances';
import { recordChecks, recordMismatches, type RecordCheck } from './records';

export interface LedgerReport {
  readonly transfers: number;
  readonly lines: number;
  /** Fen by account, as positive amounts. */
  readonly fen: Readonly<Record<Account, bigint>>;
  readonly mismatches: readonly Mismatch[];
}

const totals = async (client: Sql): Promise<Pick<LedgerReport, 'transfers' | 'lines' | 'fen'>> => {
  const { rows: counts } = await client.query<{ transfers: string; lines: string }>(
    `select (select count(*) from ledger_transfer)::text as transfers, (select count(*) from payment_line)::text as lines`,
  );
  const { rows } = await client.query<{ account: string; fen: string }>(
    `select account, abs(sum(fen))::text as fen from (
       select debit as account, fen from ledger_transfer union all select credit, -fen from ledger_transfer) moves group by account`,
  );
  const known = new Map(rows.map(({ account, fen }) => [account, BigInt(fen)]));
  return {
    transfers: Number(counts[0]?.transfers),
    lines: Number(counts[0]?.lines),
    fen: Object.fromEntries(Object.keys(accounts).map((name) => [name, known.get(name) ?? 0n])) as Record<
      Account,
      bigint
    >,
  };
};

/**
 * Holds the ledger against lines, grants, recovery, files and returns, by every dimension, to the fen. Reads alone; give it
 * one snapshot (`repeatable read`), or what changes meanwhile looks like a mismatch.
 */
export const verifyLedger = async (client: Sql): Promise<LedgerReport> => ({
  ...(await totals(client)),
  mismatches: [...(await balanceMismatches(client)), ...(await recordMismatches(client))],
});

const isRecordCheck = (check: string): check is RecordCheck => Object.hasOwn(recordChecks, check);
const amount = (text: string): string => (/^-?\d+$/.test(text) ? `${yuanFromFen(BigInt(text))}元` : text);

/** 「应发 = …:户 3f0d…,已到账:账上 300.00元,另行统计 0.00元」 */
export const sayMismatch = ({ check, dimension, key, account, told, counted }: Mismatch): string => {
  if (isRecordCheck(check))
    return `${recordChecks[check].says}:${dimension} ${key}(${account}):记载 ${told},实有 ${counted}`;
  const name = Object.hasOwn(accounts, account) ? accounts[account as Account] : account;
  const { says } = equations[check as Equation];
  return `${says}:${sayDimension(dimension)} ${key || '(无)'},${name}:账上 ${amount(told)},另行统计 ${amount(counted)}`;
};

/** 「应发 1,000.00元 = 已到账 … + …」 */
export const sayTotals = ({ fen }: Pick<LedgerReport, 'fen'>): readonly string[] =>
  Object.values(equations).map(({ whole, parts }) => {
    const of = (account: Account): string => `${accounts[account]} ${yuanFromFen(fen[account])}元`;
    return `${of(whole)} = ${parts.map(of).join(' + ')}`;
  });
