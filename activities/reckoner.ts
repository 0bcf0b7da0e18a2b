import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import type { Command } from '../domain/lifecycle/command';
import { engine } from '../domain/lifecycle/engine';
import { uuidOf } from '../store/uuid';
import type { Calendar } from '../domain/calendar';
import type { StepDeps } from './steps/apply-step';

const PAGE = 100;

interface ReckonerDeps extends StepDeps {
  readonly client: Client;
}

const command = (caseId: string, division: string, stamp: string): Command => ({
  commandId: uuidOf(caseId, 'reckon', stamp),
  action: 'reckon',
  owner: 'stage',
  actor: { id: null, role: 'system', division },
  inputHash: '',
});

/** A limit that is still beyond the calendar stays as it is. */
const reckonCase = async (client: Client, told: Command, caseId: string): Promise<void> => {
  try {
    await client.workflow
      .getHandle(engine.workflowId(caseId))
      .executeUpdate(engine.updates.act, { args: [told], updateId: told.commandId });
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) throw error;
  }
};

/**
 * Answers a function to call again and again: whenever another calendar came into force since the last call (and once
 * at the start), every case with a limit that waits for one is asked to reckon it, one after the other.
 */
export const createReckoner = ({ store, rulebook, client }: ReckonerDeps): (() => Promise<void>) => {
  let seen: Calendar | undefined;
  return async () => {
    const calendar = await store.prisma.$transaction((tx) => rulebook.calendar(tx));
    if (calendar === seen) return;
    const newest = await store.prisma.calendarEntry.aggregate({ _max: { checkedAt: true } });
    const stamp = String(newest._max.checkedAt?.getTime() ?? 0);
    for (let after = ''; ;) {
      const page = await store.prisma.case.findMany({
        where: {
          deadlines: { some: { state: 'unpublished' } },
          clock: 'engine',
          engineStartedAt: { not: null },
          ...(after && { id: { gt: after } }),
        },
        orderBy: { id: 'asc' },
        take: PAGE,
        select: { id: true, division: true },
      });
      for (const { id, division } of page) await reckonCase(client, command(id, division, stamp), id);
      after = page.at(-1)?.id ?? '';
      if (page.length < PAGE) break;
    }
    seen = calendar;
  };
};
