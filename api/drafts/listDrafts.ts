import { z } from 'zod';
import { actorOf } from '../context';
import { operation } from '../operation';
import { DraftSummary, draftSummary, exampleDraft } from './view';

const { content: _content, ...exampleSummary } = exampleDraft;
const MOST = 200;

export const listDrafts = operation({
  method: 'get',
  path: '/api/v1/drafts',
  permission: 'draft.own',
  tag: '草稿',
  summary: '列出我的草稿',
  description: '尚未提交的,最近修改的在前。',
  effect: 'read',
  output: z.object({ drafts: z.array(DraftSummary) }),
  example: { output: { drafts: [exampleSummary] } },
  handler: (context) =>
    context.scope(async (tx) => {
      const drafts = await tx.draft.findMany({
        where: { createdBy: actorOf(context).staffId, caseId: null },
        orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
        take: MOST,
      });
      return { drafts: drafts.map(draftSummary) };
    }),
});
