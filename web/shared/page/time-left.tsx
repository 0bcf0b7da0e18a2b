import { sayTimeLeft, sayTimeLeftShort, urgencyOf } from '../format/time-left';

interface Props {
  readonly dueAt: string | null | undefined;
  readonly short?: boolean;
}

/** Time as a colour and a sentence. */
export const TimeLeft = ({ dueAt, short = false }: Props) => (
  <span className={`time time-${urgencyOf(dueAt)}`}>{short ? sayTimeLeftShort(dueAt) : sayTimeLeft({ dueAt })}</span>
);
