import { sayRight, sayTimeLeft, sayTimeLeftShort, urgencyOf } from '../format/time-left';

interface Props {
  readonly dueAt: string | null | undefined;
  readonly short?: boolean;
  /** A right of the household, not a limit of an office: never late. */
  readonly right?: boolean;
}

/** Time as a colour and a sentence. */
export const TimeLeft = ({ dueAt, short = false, right = false }: Props) =>
  right && dueAt ? (
    <span className="time time-none">{sayRight(dueAt)}</span>
  ) : (
    <span className={`time time-${urgencyOf(dueAt)}`}>{short ? sayTimeLeftShort(dueAt) : sayTimeLeft({ dueAt })}</span>
  );
