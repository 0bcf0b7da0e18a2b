import type { TimelineEvent } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { texts } from './texts';
import { eventsSince } from './use-submit';

/** Who did what since the form was opened. */
export const Since = ({ events, since }: { readonly events: readonly TimelineEvent[]; readonly since: number }) => (
  <>
    {eventsSince(events, since).map(({ sequence, at, who, sentence }) => (
      <p key={sequence}>{`${texts.since}${showInstant(at)} ${who.name ?? who.roleLabel} ${sentence}`}</p>
    ))}
  </>
);
