import type { WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Tx } from '../../deps';
import { eventSentences } from './words';

type Event = temporal.api.history.v1.IHistoryEvent;

export interface ToldEvent {
  readonly at: string;
  readonly event: string;
  readonly sentence: string;
}

const MOST = 300;

const nameOf = ({ eventType }: Event): string =>
  temporal.api.enums.v1.EventType[eventType ?? 0]?.replace(/^EVENT_TYPE_/, '') ?? 'UNSPECIFIED';

const instantOf = (time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined): string =>
  new Date(Number(time?.seconds ?? 0) * 1000 + Math.floor((time?.nanos ?? 0) / 1_000_000)).toISOString();

const updateIdOf = (event: Event): string | undefined =>
  event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId ??
  event.workflowExecutionUpdateCompletedEventAttributes?.meta?.updateId ??
  undefined;

const secondsOf = (event: Event): number => Number(event.timerStartedEventAttributes?.startToFireTimeout?.seconds ?? 0);

const detailOf = (event: Event, told: ReadonlyMap<string, string>): string => {
  const sentence = told.get(updateIdOf(event) ?? '');
  if (sentence) return `:${sentence}`;
  const seconds = secondsOf(event);
  return seconds > 0
    ? `:${new Date(new Date(instantOf(event.eventTime)).getTime() + seconds * 1000).toISOString()}`
    : '';
};

/** The engine's own history of the present run, as steps that people can read; the sentences of commands come from the file. */
export const historyOf = async (tx: Tx, caseId: string, handle: WorkflowHandle): Promise<readonly ToldEvent[]> => {
  const { events } = await handle.fetchHistory();
  const recent = (events ?? []).filter((event) => nameOf(event) in eventSentences).slice(-MOST);
  const steps = await tx.caseEvent.findMany({ where: { caseId }, select: { commandId: true, sentence: true } });
  const told = new Map(steps.map(({ commandId, sentence }) => [commandId, sentence]));
  return recent.map((event) => {
    const name = nameOf(event);
    return { at: instantOf(event.eventTime), event: name, sentence: `${eventSentences[name]}${detailOf(event, told)}` };
  });
};
