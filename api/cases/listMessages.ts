import { z } from 'zod';
import type { Letter, Outbox } from '../../generated/prisma/client';
import { operation } from '../operation';
import { choiceTitles } from '../lifecycle/titles';
import { caseInScope } from './access';
import { exampleCaseId } from './application/example-case';
import { caseParams } from './params';

const MOST = 200;

const Message = z
  .object({
    id: z.string(),
    kind: z.enum(['letter', 'command', 'sms']).meta({ description: '文书、短信,或送往流程引擎的办理指令' }),
    title: z.string(),
    sentAt: z.iso.datetime(),
    state: z.enum(['waiting', 'delivered', 'failed']),
    stateLabel: z.string(),
    receipt: z.string().nullable().meta({ description: '送达回证或失败原因,一句话' }),
    letterId: z.uuid().nullable(),
  })
  .meta({ id: 'Message', description: '本案发出的一份文书或一条消息' });

type Answer = z.input<typeof Message>;

const sayReceipt = ({ receipt }: Letter): string | null => {
  const { manner, deliveredOn } = (receipt ?? {}) as { readonly manner?: string; readonly deliveredOn?: string };
  return (
    [manner && (choiceTitles[manner] ?? manner), deliveredOn && `回证日期${deliveredOn}`].filter(Boolean).join(',') ||
    null
  );
};

const ofLetter = (letter: Letter): Answer => ({
  id: letter.id,
  kind: 'letter',
  title: letter.title,
  sentAt: letter.createdAt.toISOString(),
  ...(letter.deliveredAt ? { state: 'delivered', stateLabel: '已送达' } : { state: 'waiting', stateLabel: '待送达' }),
  receipt: sayReceipt(letter),
  letterId: letter.id,
});

const refusalOf = (text: string): string => {
  try {
    return (JSON.parse(text) as { readonly message?: string }).message ?? text;
  } catch {
    return text;
  }
};

const titles = { command: '送往流程引擎的办理指令', sms: '发给家庭的短信' } as const;

const ofOutbox = ({ id, kind, createdAt, doneAt, lastError, attempts }: Outbox): Answer => {
  const known = kind === 'sms' ? 'sms' : 'command';
  const [state, stateLabel] =
    lastError && doneAt
      ? (['failed', '未能办理'] as const)
      : doneAt
        ? (['delivered', '已送到'] as const)
        : (['waiting', `正在送出(第${attempts + 1}次)`] as const);
  return {
    id: String(id),
    kind: known,
    title: titles[known],
    sentAt: createdAt.toISOString(),
    state,
    stateLabel,
    receipt: lastError && refusalOf(lastError),
    letterId: null,
  };
};

export const listMessages = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/messages',
  permission: 'case.read',
  tag: '案件',
  summary: '查看往来',
  description: '本案发出的文书及送达回证、短信、送往流程引擎的办理指令及结果,后发出的在前。',
  effect: 'read',
  params: caseParams,
  output: z.object({ messages: z.array(Message) }),
  example: { params: { caseId: exampleCaseId }, output: { messages: [] } },
  handler: (context, { params: { caseId } }) =>
    context.scope(async (tx) => {
      await caseInScope(context, tx, caseId);
      const newest = { where: { caseId }, orderBy: { createdAt: 'desc' }, take: MOST } as const;
      const letters = await tx.letter.findMany(newest);
      const sent = await tx.outbox.findMany(newest);
      const messages = [...letters.map(ofLetter), ...sent.map(ofOutbox)];
      return { messages: messages.sort((a, b) => b.sentAt.localeCompare(a.sentAt) || (a.id < b.id ? 1 : -1)) };
    }),
});
