import { z } from 'zod';
import { civilDateAt, startOfDay, type CivilDate } from '../../domain/civil-date';
import { computeDeadline } from '../../domain/deadlines/compute';
import { nameOf } from '../../domain/divisions';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import type { BoardNotice } from '../../domain/notices/board';
import { actorOf, type Context } from '../context';
import { civilDate, divisionCode } from '../fields';
import { townshipOf } from '../letters/paper';
import { noticeRows, type NoticeRow } from './list-sql';
import { endOfToday, reachOf } from './reach';
import { isMinor, supportedOf } from './view';

const VILLAGE = /^\d{12}$/;

export const villageCode = divisionCode('村(社区)代码').refine(
  (code) => VILLAGE.test(code),
  '请选择一个村(社区):代码应为12位数字',
);

export const boardQuery = z.strictObject({ division: villageCode, postedOn: civilDate('张榜日期').exactOptional() });

interface Asked {
  readonly division: string;
  readonly postedOn?: string;
}

/** What hangs from that day on: posted on it, or, from today on, still to be posted. */
const rowsOf = async (context: Context, division: string, day: CivilDate, today: CivilDate): Promise<NoticeRow[]> => {
  const conditions = reachOf(context, division);
  const posted = `n."postedOn" = ${conditions.value(day)}`;
  const wanted = day < today ? posted : `(n.state = 'toPost' or ${posted})`;
  const sql = `select * from ${noticeRows(conditions.where(), endOfToday(context, conditions))}
    where n.state <> 'objected' and ${wanted} order by n.programme, n.number`;
  const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
    client.query<NoticeRow>(sql, conditions.values),
  );
  return rows;
};

const lastDay = ({ rulebook, scope }: Context, from: CivilDate, division: string): Promise<CivilDate> =>
  scope(async (tx) => {
    const rules = { parameters: await rulebook.parameters(tx), calendar: await rulebook.calendar(tx) };
    return computeDeadline({ kind: 'publicNotice', from, division, ...rules }).due;
  });

/** The notices of one village's board, one for each programme; every household whose name is shown is audited. */
export const readBoardNotices = async (
  context: Context,
  { division, postedOn }: Asked,
): Promise<readonly BoardNotice[]> => {
  const today = civilDateAt(context.now().getTime());
  const from = postedOn ?? today;
  const rows = await rowsOf(context, division, from, today);
  if (rows.length === 0) return [];
  context.audit.persons(rows.map(({ applicantId }) => applicantId));
  context.audit.detail('division', division);
  const to = await lastDay(context, from, division);
  return [...new Set(rows.map(({ programme }) => programme))].map((programme) => ({
    programme: programmes[programme as Programme].official,
    office: townshipOf({ division }),
    place: nameOf(division),
    from,
    to,
    createdAt: startOfDay(from),
    rows: rows
      .filter((row) => row.programme === programme)
      .map((row) => ({
        caseNumber: row.number,
        applicantName: row.applicantName,
        applicantMinor: isMinor(row, from),
        memberCount: row.present,
        supported: supportedOf(row),
        monthlyFen: BigInt(row.monthlyFen),
      })),
  }));
};
