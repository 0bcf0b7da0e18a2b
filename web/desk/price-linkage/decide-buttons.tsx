import { Button } from 'antd';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useMay, useMe } from '../session/api';
import { useDecide, type Entry, type Verdict } from './api';
import { texts } from './texts';

interface Props {
  readonly entry: Entry;
  readonly permission: string;
  readonly id: string;
  readonly makerId: string;
  readonly division: string;
  readonly state: 'proposed' | 'approved' | 'rejected';
  /** What is decided on, for who cannot see the row. */
  readonly what: string;
}

const tones = { proposed: 'accent', approved: 'good', rejected: 'plain' } as const;

/** The state of an entry, and for another hand with the right the two answers. */
export const DecideButtons = ({ entry, permission, id, makerId, division, state, what }: Props) => {
  const me = useMe();
  const may = useMay(permission) && division.startsWith(me.current.division);
  const decide = useDecide(entry);
  const { send } = useToldSending();
  const give = (verdict: Verdict): void =>
    void send(() => decide.mutateAsync({ id, verdict }), verdict === 'approve' ? texts.approved : texts.rejected);
  const own = makerId === me.staffId;
  return (
    <>
      <Tag tone={tones[state]}>{texts.states[state]}</Tag>
      {state === 'proposed' && may && own ? <div className="quiet small">{texts.ownEntry}</div> : null}
      {state === 'proposed' && may && !own ? (
        <div className="form-foot no-print">
          <Button
            size="small"
            aria-label={`${texts.approve}:${what}`}
            loading={decide.isPending}
            onClick={() => give('approve')}
          >
            {texts.approve}
          </Button>
          <Button size="small" aria-label={`${texts.reject}:${what}`} onClick={() => give('reject')}>
            {texts.reject}
          </Button>
        </div>
      ) : null}
    </>
  );
};
