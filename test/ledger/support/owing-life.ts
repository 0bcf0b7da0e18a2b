import { AppError } from '../../../domain/errors';
import { findingOf } from '../../../domain/payment-files/findings';
import { closeFinding } from '../../../store/payment-files/close-finding';
import { reissueLine } from '../../../store/payment-files/reissue';
import type { PayingDesk } from '../../payment-files/support/paying';
import { csvAnswer } from '../../payment-files/support/returns';
import { COUNTY, people } from '../../payments/support/runs';
import type { OpenedStores } from '../../store/support/store';
import { owe } from './owing';

const ANSWERS = { paid: '0000', failed: '1003', uncertain: '9999' } as const;

interface Line {
  readonly id: string;
  readonly run: string;
  readonly caseId: string;
  readonly net: string;
  readonly state: string;
}

/** What households, offices and banks may do to a month's list, at random from one generator; each step is whole. */
export const owingLife = (stores: OpenedStores, desk: PayingDesk, random: () => number) => {
  const { owner, api } = stores;
  const chance = (part: number): boolean => random() < part;
  const below = (limit: number): number => Math.floor(random() * limit);
  let runId = '';

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<readonly Row[]> =>
    (await owner.query<Row>(sql, values)).rows;
  const lines = (states: readonly string[]) =>
    rows<Line>(
      `select id::text, run_id as run, case_id as "caseId", (fen - withheld_fen)::text as net, state from payment_line
       where state = any ($1) and file_id is not null order by id`,
      [states],
    );
  const tell = async (told: readonly (Line & { readonly code: string })[], month: string): Promise<void> => {
    for (const run of new Set(told.map((one) => one.run))) {
      const own = told.filter((one) => one.run === run);
      const answer = own.map(({ id, net, code }) => ({ id: BigInt(id), fen: BigInt(net), code }));
      await desk.bring(run, csvAnswer(answer), `${month}-20`, `${below(1_000_000)}.csv`);
    }
  };
  /** What the product refuses is no step of this life. */
  const unlessRefused = async (step: Promise<unknown>): Promise<void> => {
    await step.catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    });
  };

  return {
    agree: async (month: string): Promise<void> => {
      const free = await rows<{ caseId: string; township: string }>(
        `select c.id as "caseId", left(c.division, 9) as township from "case" c where not exists (
           select from recovery r where r.case_id = c.id and r.state <> 'settled') order by c.id`,
      );
      for (const one of free)
        if (chance(0.6)) {
          const monthly = chance(0.9) ? { monthly: 1 + below(9_000) } : {};
          await owe(owner, { ...one, month: '2026-08', fen: 1 + below(15_000), ...monthly, agreedOn: `${month}-01` });
        }
    },
    draw: async (month: string): Promise<void> => {
      runId = await desk.draw(`${month}-01`, 'bankCsv');
    },
    change: async (month: string): Promise<void> => {
      const open = await rows<{ id: string; room: string }>(
        `select id, (outstanding_fen - recovery_spoken_for(id))::text as room from recovery where state = 'repaying'
         order by case_id, opened_on`,
      );
      for (const { id, room } of open) {
        if (chance(0.1))
          await owner.query(
            `update recovery_plan set revoked_at = now(), revoked_by = gen_random_uuid()
             where recovery_id = $1 and consent_id is not null and revoked_at is null`,
            [id],
          );
        if (Number(room) > 1 && chance(0.2))
          await owner.query(
            `insert into recovery_entry (id, recovery_id, kind, fen, on_date, at)
             values (gen_random_uuid(), $1, 'repayment', $2, $3, now())`,
            [id, 1 + below(Number(room) - 1), `${month}-02`],
          );
      }
    },
    send: (month: string): Promise<void> => desk.send(runId, `${month}-05`),
    answer: async (month: string): Promise<void> => {
      const waiting = await lines(['sent', 'uncertain']);
      const codes = [ANSWERS.paid, ANSWERS.paid, ANSWERS.paid, ANSWERS.paid, ANSWERS.failed, ANSWERS.uncertain];
      const told = waiting.flatMap((line) => (chance(0.9) ? [{ ...line, code: codes[below(codes.length)]! }] : []));
      await tell(told, month);
    },
    late: async (month: string): Promise<void> => {
      const settled = await lines(['paid', 'failed', 'reissued']);
      const told = settled.flatMap((line) =>
        chance(line.state === 'paid' ? 0.1 : 0.3)
          ? [{ ...line, code: line.state === 'paid' ? ANSWERS.failed : ANSWERS.paid }]
          : [],
      );
      await tell(told, month);
    },
    close: async (month: string): Promise<void> => {
      const open = await rows<{ id: string; kind: string }>(
        `select id, kind from payment_finding where closed_at is null order by line_id, kind`,
      );
      for (const { id, kind } of open) {
        const ways = Object.keys(findingOf(kind)!.closings).filter((way) => way !== 'recover');
        const closing = { outcome: ways[below(ways.length)]!, note: '已电话核实' };
        if (chance(0.8))
          await unlessRefused(
            api.withScope(people.reviewer, (tx) =>
              closeFinding(tx, id, closing, people.reviewer.staffId, desk.at(`${month}-21`)),
            ),
          );
      }
    },
    reissue: async (month: string): Promise<void> => {
      for (const line of await lines(['failed']))
        if (chance(0.7)) {
          const [paper] = await rows<{ id: string }>(`select id from document where case_id = $1 limit 1`, [
            line.caseId,
          ]);
          if (!paper) continue;
          const input = { ground: 'accountConfirmed', evidenceId: paper.id, note: '账户无误' } as const;
          await unlessRefused(
            api.withScopedClient({ staffId: people.maker.staffId, division: COUNTY }, (client) =>
              reissueLine(client, BigInt(line.id), input, people.maker, desk.at(`${month}-22`)),
            ),
          );
        }
    },
  };
};
