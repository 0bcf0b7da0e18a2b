import { Button } from 'antd';
import { Tag } from '../../shared/page/tag';
import { useChange } from '../../shared/plain-form/use-change';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useMay, useMe } from '../session/api';
import { texts } from './texts';

export type Verdict = 'approve' | 'reject';

interface Props {
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly makerId: string;
  /** Whose entry it is; decided within the own reach alone. */
  readonly division: string;
  readonly permission: string;
  /** What is decided on, for who cannot see the row. */
  readonly what: string;
  /** First parts of the keys that are read anew. */
  readonly touched: readonly string[];
  readonly give: (verdict: Verdict, key: string) => Promise<unknown>;
}

const tones = { proposed: 'accent', approved: 'good', rejected: 'plain' } as const;
const verdicts = ['approve', 'reject'] as const;

/** The state of an entry, and for another hand with the right the two answers. */
export const Decide = ({ state, makerId, division, permission, what, touched, give }: Props) => {
  const me = useMe();
  const may = useMay(permission) && division.startsWith(me.current.division);
  const change = useChange(touched);
  const { send } = useToldSending();
  const own = makerId === me.staffId;
  const answer = (verdict: Verdict): void =>
    void send(() => change({ what, verdict }, (key) => give(verdict, key)), texts.decide.given[verdict]);
  return (
    <>
      <Tag tone={tones[state]}>{texts.decide.states[state]}</Tag>
      {state === 'proposed' && own ? <div className="quiet small">{texts.decide.own}</div> : null}
      {state === 'proposed' && may && !own ? (
        <div className="form-foot no-print">
          {verdicts.map((verdict) => (
            <Button
              key={verdict}
              size="small"
              aria-label={`${texts.decide[verdict]}:${what}`}
              onClick={() => answer(verdict)}
            >
              {texts.decide[verdict]}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  );
};
