import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import { accounts, equations, holds, type Account } from '../../domain/ledger/equations';
import { findingOf } from '../../domain/payment-files/findings';
import { lineStates, type LineState } from '../../domain/payments/lines';
import { reissueOutlook } from '../../store/payment-files/reissue-corrected';
import { actorOf } from '../context';
import { operation } from '../operation';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { stateSum, StateSum } from './file-view';
import { exampleOutlook, Outlook } from './reissue-view';

const MOST = 200;
const Choice = z.object({ id: z.string(), label: z.string() });

const Reconciliation = z
  .object({
    states: z.array(StateSum).meta({ description: '辖区内本批各行的状态' }),
    missing: z
      .object({ lines: z.int(), amount: z.string() })
      .meta({ description: '已送出,还没有银行结果;金额为交银行发放的' }),
    reissue: Outlook.meta({ description: '发放失败的,现在可以成批改为重发的户次,其余暂不能重发的原因' }),
    ledger: z.object({
      says: z.string(),
      balances: z.boolean().meta({ description: '账与清册逐项相符,等式成立' }),
      accounts: z.array(z.object({ account: z.string(), label: z.string(), ledger: z.string(), lines: z.string() })),
    }),
    findings: z.array(
      z.object({
        id: z.uuid(),
        lineId: z.string(),
        caseId: z.uuid(),
        applicantName: z.string(),
        kind: z.string(),
        label: z.string(),
        todo: z.string(),
        amount: z.string().meta({ description: '银行所报金额' }),
        listed: z.string().meta({ description: '交银行发放的金额' }),
        foundAt: z.iso.datetime(),
        closedAt: z.iso.datetime().nullable(),
        outcome: z.string().nullable(),
        note: z.string().nullable(),
        recoveryId: z.string().nullable().meta({ description: '转追缴的,列入的追缴' }),
        closings: z.array(Choice).meta({ description: '可选的处理结果' }),
      }),
    ),
  })
  .meta({ id: 'PaymentReconciliation' });

const LINES = `select state, count(*)::int as lines, sum(fen)::text as fen, sum(withheld_fen)::text as withheld from payment_line where run_id = $1::uuid group by state`;
const LEDGER = `select account, sum(fen)::text as fen from (
    select debit as account, fen from ledger_transfer where run_id = $1::uuid
    union all select credit, -fen from ledger_transfer where run_id = $1::uuid) moves group by account`;
const FINDINGS = `select f.id, f.line_id::text as "lineId", f.case_id as "caseId", l.applicant_name as "applicantName", f.kind, f.fen, l.fen - l.withheld_fen as listed,
    f.found_at as "foundAt", f.closed_at as "closedAt", f.outcome, f.note, m.recovery_id as "recoveryId"
  from payment_finding f join payment_line l on l.id = f.line_id left join recovery_month m on m.finding_id = f.id
  where f.run_id = $1::uuid order by f.closed_at is not null, f.found_at, f.id limit ${MOST}`;

interface Sum {
  readonly state: LineState;
  readonly lines: number;
  readonly fen: string;
  /** Of `fen`, what the lines withhold. */
  readonly withheld: string;
}
interface FindingRow {
  readonly id: string;
  readonly lineId: string;
  readonly caseId: string;
  readonly applicantName: string;
  readonly kind: string;
  readonly fen: string;
  readonly listed: string;
  readonly foundAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: string | null;
  readonly note: string | null;
  readonly recoveryId: string | null;
}

type View = z.input<typeof Reconciliation>;

const findingView = ({ fen, listed, foundAt, closedAt, outcome, ...row }: FindingRow): View['findings'][number] => {
  const known = findingOf(row.kind);
  const closings = Object.entries(known?.closings ?? {});
  return {
    ...row,
    label: known?.label ?? row.kind,
    todo: known?.todo ?? '',
    amount: yuanFromFen(BigInt(fen)),
    listed: yuanFromFen(BigInt(listed)),
    foundAt: foundAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    outcome: outcome === null ? null : (known?.closings[outcome]?.says ?? outcome),
    closings: closedAt ? [] : closings.map(([id, { says }]) => ({ id, label: says })),
  };
};

/** The run's part of the ledger beside its lines, account by account. */
const ledgerView = (lines: readonly Sum[], booked: ReadonlyMap<string, bigint>): View['ledger'] => {
  const { whole, parts, says } = equations.entitled;
  const withheld = BigInt(lines.find(({ state }) => state === 'paid')?.withheld ?? 0);
  const counted = new Map<Account, bigint>([
    ...lines.map(({ state, fen }) => [state as Account, BigInt(fen) - (state === 'paid' ? withheld : 0n)] as const),
    ['offset', withheld],
  ]);
  const listed = (parts as readonly Account[]).reduce((sum, part) => sum + (counted.get(part) ?? 0n), 0n);
  const rows = [
    { account: whole as Account, label: '应发', ledger: -(booked.get(whole) ?? 0n), lines: listed },
    ...parts.map((part) => ({
      account: part as Account,
      label: part === 'offset' ? accounts.offset : (lineStates[part].label as string),
      ledger: booked.get(part) ?? 0n,
      lines: counted.get(part) ?? 0n,
    })),
  ];
  return {
    says,
    balances:
      rows.every((row) => row.ledger === row.lines) &&
      holds('entitled', Object.fromEntries(rows.map(({ account, ledger }) => [account, ledger]))),
    accounts: rows.map((row) => ({ ...row, ledger: yuanFromFen(row.ledger), lines: yuanFromFen(row.lines) })),
  };
};

/** What of the sums goes through a bank. */
const paidOut = (sum: Sum | undefined): bigint => BigInt(sum?.fen ?? 0) - BigInt(sum?.withheld ?? 0);

export const readReconciliation = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}/reconciliation',
  permission: 'payment.read',
  tag: '发放文件',
  summary: '查看一批的对账结果',
  description:
    '各状态的户数金额、没有结果的、账与清册是否相符,以及与已有结果相反而待核查的(至多200项)。乡镇只看到本乡镇的。',
  effect: 'none',
  params: runParams,
  output: Reconciliation,
  example: {
    params: { runId: exampleRun.id },
    output: {
      states: [stateSum('paid', 2, 60_000n)],
      missing: { lines: 0, amount: '0.00' },
      reissue: exampleOutlook,
      ledger: ledgerView(
        [{ state: 'paid', lines: 2, fen: '60000', withheld: '0' }],
        new Map([
          ['entitled', -60_000n],
          ['paid', 60_000n],
        ]),
      ),
      findings: [],
    },
  },
  handler(context, { params: { runId } }) {
    const actor = actorOf(context);
    return context.store.withScopedClient(actor, async (client) => {
      const { rows: lines } = await client.query<Sum>(LINES, [runId]);
      const { rows: booked } = await client.query<{ account: string; fen: string }>(LEDGER, [runId]);
      const { rows: findings } = await client.query<FindingRow>(FINDINGS, [runId]);
      const unanswered = lines.find(({ state }) => state === 'sent');
      return {
        states: (Object.keys(lineStates) as LineState[]).flatMap((state) => {
          const own = lines.find((one) => one.state === state);
          return own ? [stateSum(state, own.lines, BigInt(own.fen))] : [];
        }),
        reissue: await reissueOutlook(client, runId, actor.staffId),
        missing: { lines: unanswered?.lines ?? 0, amount: yuanFromFen(paidOut(unanswered)) },
        ledger: ledgerView(lines, new Map(booked.map(({ account, fen }) => [account, BigInt(fen)]))),
        findings: findings.map(findingView),
      };
    });
  },
});
