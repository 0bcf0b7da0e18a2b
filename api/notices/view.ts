import { z } from 'zod';
import { ageOn, civilDateAt } from '../../domain/civil-date';
import { nameOf, pathOf } from '../../domain/divisions';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { yuanFromFen } from '../../domain/money';
import { exampleCaseId } from '../cases/application/example-case';
import type { NoticeRow } from './list-sql';
import { noticeStateNames, noticeStates, type NoticeState } from './states';

const ADULT = 18;

export const NoticeItem = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    programme: z.string(),
    programmeLabel: z.string(),
    division: z.string(),
    place: z.string().meta({ description: '村(社区)' }),
    divisionPath: z.string(),
    applicantName: z.string(),
    minor: z.boolean().meta({ description: '申请人未成年:张榜时不公布姓名' }),
    memberCount: z.int(),
    supported: z.int().meta({ description: '拟保障人数' }),
    monthly: z.string().meta({ description: '拟月保障金(元)' }),
    ruralClass: z.string().nullable(),
    state: z.enum(noticeStateNames),
    stateLabel: z.string(),
    todo: z.string().meta({ description: '要做什么' }),
    postBy: z.iso.datetime().nullable().meta({ description: '张榜时限' }),
    postedOn: z.string().nullable(),
    endsOn: z.string().nullable().meta({ description: '公示最后一天;日历未发布时为空' }),
    endPhoto: z.boolean().meta({ description: '已登记结束照片' }),
    objections: z.int().meta({ description: '收到的异议数' }),
  })
  .meta({ id: 'NoticeItem', description: '办理中的公示' });

export const isMinor = ({ birthDate }: Pick<NoticeRow, 'birthDate'>, on: string): boolean =>
  ageOn(birthDate, on) < ADULT;

/** A single-person case supports one, also before the decision has changed the list of members. */
export const supportedOf = ({ outcome, supported }: Pick<NoticeRow, 'outcome' | 'supported'>): number =>
  outcome === 'singlePerson' ? 1 : supported;

export const programmeLabel = (programme: string): string =>
  isProgramme(programme) ? programmes[programme].label : programme;

export const noticeItem = (row: NoticeRow, now: Date): z.input<typeof NoticeItem> => {
  const state = row.state as NoticeState;
  return {
    caseId: row.caseId,
    number: row.number,
    programme: row.programme,
    programmeLabel: programmeLabel(row.programme),
    division: row.division,
    place: nameOf(row.division),
    divisionPath: pathOf(row.division),
    applicantName: row.applicantName,
    minor: isMinor(row, civilDateAt(now.getTime())),
    memberCount: row.present,
    supported: supportedOf(row),
    monthly: yuanFromFen(BigInt(row.monthlyFen)),
    ruralClass: row.ruralClass,
    state,
    stateLabel: noticeStates[state].label,
    todo: noticeStates[state].todo,
    postBy: row.postBy?.toISOString() ?? null,
    postedOn: row.postedOn,
    // A limit ends at 24:00 of its last day.
    endsOn: row.endsAt && civilDateAt(row.endsAt.getTime() - 1),
    endPhoto: row.endPhoto,
    objections: row.objections,
  };
};

export const exampleNoticeItem: z.input<typeof NoticeItem> = {
  caseId: exampleCaseId,
  number: '530581-2022-000123',
  programme: 'dibao',
  programmeLabel: '低保',
  division: '530581001001',
  place: '观音塘社区',
  divisionPath: '云南省保山市腾冲市腾越街道观音塘社区',
  applicantName: '甲示例',
  minor: false,
  memberCount: 2,
  supported: 2,
  monthly: '560.00',
  ruralClass: null,
  state: 'toPost',
  stateLabel: '待张榜',
  todo: '打印公示单张榜,拍照并登记',
  postBy: '2022-08-15T16:00:00.000Z',
  postedOn: null,
  endsOn: null,
  endPhoto: false,
  objections: 0,
};
