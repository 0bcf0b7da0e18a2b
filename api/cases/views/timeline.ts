import { z } from 'zod';
import { roles, type Role } from '../../../domain/lifecycle/roles';
import type { CaseEvent } from '../../../generated/prisma/client';
import type { Tx } from '../../deps';

export const EventView = z
  .object({
    sequence: z.int(),
    at: z.iso.datetime().meta({ description: '发生的时刻' }),
    recordedAt: z.iso.datetime().meta({ description: '系统记录的时刻' }),
    who: z.object({ name: z.string().nullable(), role: z.string(), roleLabel: z.string() }),
    action: z.string(),
    owner: z.string(),
    stage: z.string(),
    sentence: z.string(),
    hasInput: z.boolean().meta({ description: '有填写内容,到 timeline/{sequence} 查看' }),
  })
  .meta({ id: 'CaseEvent' });

export const exampleEvent: z.input<typeof EventView> = {
  sequence: 2,
  at: '2022-08-02T02:00:00.000Z',
  recordedAt: '2022-08-02T02:00:00.120Z',
  who: { name: '示例经办', role: 'townshipClerk', roleLabel: '乡镇经办人' },
  action: 'accept',
  owner: 'stage',
  stage: 'submitted',
  sentence: '乡镇经办人受理申请,转入“入户调查”,审核确认至2022年9月13日',
  hasInput: true,
};

/** Names of the staff who acted; a person who is not known to this office stays a role. */
export const namesOf = async (
  tx: Tx,
  events: readonly { readonly actorId: string | null }[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))];
  const staff = await tx.staff.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(staff.map(({ id, name }) => [id, name]));
};

export const eventView = (event: CaseEvent, names: ReadonlyMap<string, string>): z.input<typeof EventView> => ({
  sequence: event.sequence,
  at: event.at.toISOString(),
  recordedAt: event.recordedAt.toISOString(),
  who: {
    name: (event.actorId && names.get(event.actorId)) ?? null,
    role: event.actorRole,
    roleLabel: roles[event.actorRole as Role]?.label ?? event.actorRole,
  },
  action: event.action,
  owner: event.owner,
  stage: event.stage,
  sentence: event.sentence,
  hasInput: event.inputId !== null || event.action === 'submit',
});
