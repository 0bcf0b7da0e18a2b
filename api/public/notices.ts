import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { boardNotices, type BoardNotice } from '../../store/public/board';
import type { Context } from '../context';
import { Listed, exampleListed, listed } from './board';

const TOWNSHIP_DIGITS = 9;
const TAG_BYTES = 16;

/** The township in plain, so that a notice is looked for among few; then what only this system can compute of the case. */
export const NoticeId = z
  .string()
  .regex(/^\d{9}-[\w-]{22}$/, '公示编号不对,请从公示列表中打开')
  .meta({ description: '公示编号', example: '530581001-3q2-7wAAAAAAAAAAAAAAAA' });

export const noticeIdOf = (
  { store: { cipher } }: Pick<Context, 'store'>,
  { caseId, round, division }: BoardNotice,
): string => {
  const tag = cipher.tag('publicNotice', `${caseId}/${round}`).subarray(0, TAG_BYTES).toString('base64url');
  return `${division.slice(0, TOWNSHIP_DIGITS)}-${tag}`;
};

/** The notice behind an id, while it runs or somebody's objection to it is being looked into. */
export const findNotice = async (
  context: Pick<Context, 'scope' | 'store'>,
  noticeId: string,
): Promise<BoardNotice | undefined> => {
  const notices = await context.scope((tx) => boardNotices(tx, noticeId.slice(0, TOWNSHIP_DIGITS)));
  return notices.find((notice) => noticeIdOf(context, notice) === noticeId);
};

export const NoticeView = Listed.extend({
  noticeId: NoticeId,
  ruralClass: z.string().nullable().meta({ description: '农村低保类别(A、B、C)' }),
  postedOn: z.string().nullable().meta({ description: '张榜日期' }),
  endsOn: z.string().nullable().meta({ description: '公示最后一天;日历未发布时为空' }),
}).meta({ id: 'PublicNotice' });

export const noticeView = (context: Pick<Context, 'store'>, notice: BoardNotice): z.input<typeof NoticeView> => ({
  ...listed(notice),
  noticeId: noticeIdOf(context, notice),
  ruralClass: notice.ruralClass,
  postedOn: notice.postedOn,
  // A limit ends at 24:00 of its last day.
  endsOn: notice.dueAt && civilDateAt(notice.dueAt.getTime() - 1),
});

export const exampleNotice = {
  ...exampleListed,
  noticeId: '530581001-3q2-7wAAAAAAAAAAAAAAAA',
  ruralClass: null,
  postedOn: '2022-08-10',
  endsOn: '2022-08-17',
};
