import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import type { FieldCipher } from '../../store/crypto';
import { exampleCaseId } from '../cases/application/example-case';
import { actorOf } from '../context';
import { divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { evidenceSql, type EvidenceRow } from './evidence-sql';
import { reachOf } from './reach';

const LIMIT = 12;

const endings = {
  running: '正在公示',
  endNotice: '公示期满,无异议',
  raiseObjection: '有异议,公示中止',
  withdrawNotice: '已撤回公示',
  withdraw: '申请人撤回申请',
} as const;

const Evidence = z
  .object({
    caseId: z.uuid(),
    sequence: z.int().meta({ description: '张榜在办理经过中的序号' }),
    number: z.string(),
    applicantName: z.string(),
    divisionPath: z.string(),
    place: z.string().nullable().meta({ description: '张榜地点' }),
    postedOn: z.string().nullable(),
    ending: z.string(),
    endedAt: z.iso.datetime().nullable(),
    startPhotoId: z.uuid().nullable(),
    endPhotoId: z.uuid().nullable(),
    objections: z.array(z.object({ sequence: z.int(), at: z.iso.datetime(), who: z.string() })),
  })
  .meta({ id: 'NoticeEvidence', description: '一次张榜的证据' });

interface Posting {
  readonly place?: string;
  readonly photoId?: string;
}

const opened = <Content>(cipher: FieldCipher, id: string | null, sealed: Uint8Array | null): Partial<Content> =>
  id && sealed ? (cipher.openJson('case_input', 'content_enc', id, sealed) as Content) : {};

const evidence = (cipher: FieldCipher, row: EvidenceRow): z.input<typeof Evidence> => {
  const { place = null, photoId = null } = opened<Posting>(cipher, row.startInput, row.startEnc);
  const { documentId = null } = opened<{ readonly documentId: string }>(cipher, row.endInput, row.endEnc);
  return {
    caseId: row.caseId,
    sequence: row.sequence,
    number: row.number,
    applicantName: row.applicantName,
    divisionPath: pathOf(row.division),
    place,
    postedOn: row.postedOn,
    ending: endings[(row.endAction ?? 'running') as keyof typeof endings],
    endedAt: row.endedAt?.toISOString() ?? null,
    startPhotoId: photoId,
    endPhotoId: documentId,
    objections: row.objections.map(({ sequence, at, role }) => ({
      sequence,
      at: new Date(at).toISOString(),
      who: roles[role as Role].label,
    })),
  };
};

export const listNoticeEvidence = operation({
  method: 'get',
  path: '/api/v1/notices/evidence',
  permission: 'case.read',
  tag: '公示',
  summary: '查看张榜证据',
  description: '每次张榜一条,新的在前:张榜照片、结束照片、怎样结束、收到的异议。异议内容在案件的办理经过中查看。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 50 }).exactOptional(),
  }),
  output: z.object({ items: z.array(Evidence), next: z.string().nullable() }),
  example: {
    query: { division: '530581001' },
    output: {
      items: [
        {
          caseId: exampleCaseId,
          sequence: 12,
          number: '530581-2022-000123',
          applicantName: '甲示例',
          divisionPath: '云南省保山市腾冲市腾越街道',
          place: '村务公开栏',
          postedOn: '2022-08-10',
          ending: '公示期满,无异议',
          endedAt: '2022-08-17T16:00:00.000Z',
          startPhotoId: null,
          endPhotoId: null,
          objections: [],
        },
      ],
      next: null,
    },
  },
  async handler(context, { query: { division, cursor, limit = LIMIT } }) {
    const conditions = reachOf(context, division);
    if (cursor !== undefined) {
      const [at, id] = placeOf(cursor, 2);
      conditions.plain(
        `(e.at, e.id) < (${conditions.value(new Date(Number(at)))}::timestamptz, ${conditions.value(id)}::uuid)`,
      );
    }
    const sql = evidenceSql(conditions.where(), conditions.value(limit + 1));
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<EvidenceRow>(sql, conditions.values),
    );
    const { items, next } = paged(rows, limit, (row) => [row.postedAt.getTime(), row.id]);
    return { items: items.map((row) => evidence(context.store.cipher, row)), next };
  },
});
