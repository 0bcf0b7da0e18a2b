import { Button } from 'antd';
import type { ReactNode } from 'react';
import { showInstant } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useMay, useMe } from '../session/api';
import './checker.css';
import { texts } from './texts';

export interface Checked {
  readonly state: 'proposed' | 'approved' | 'rejected';
  readonly makerId: string;
  readonly makerName: string;
  readonly checkerName: string | null;
  readonly createdAt: string;
  readonly checkedAt: string | null;
}

export type Verdict = 'approve' | 'reject';

interface Props {
  readonly entry: Checked;
  readonly permission: string;
  readonly give: (verdict: Verdict) => Promise<unknown>;
  readonly children: ReactNode;
}

const tones = { proposed: 'accent', approved: 'good', rejected: 'plain' } as const;

const Trail = ({ entry }: { readonly entry: Checked }) => (
  <div className="quiet small">
    {`${entry.makerName} ${showInstant(entry.createdAt)} ${texts.entered}`}
    {entry.checkedAt
      ? `;${entry.checkerName ?? ''} ${showInstant(entry.checkedAt)} ${texts.verdicts[entry.state]}`
      : ''}
  </div>
);

/** One entry that somebody made and another person checks: what it is, who, and the two answers. */
export const Checker = ({ entry, permission, give, children }: Props) => {
  const me = useMe();
  const mayDecide = useMay(permission);
  const { send } = useToldSending();
  const own = entry.makerId === me.staffId;
  const answer = (verdict: Verdict): void => void send(() => give(verdict), texts.given[verdict]);
  return (
    <li className="checker">
      <div className="checker-head">
        <Tag tone={tones[entry.state]}>{texts.states[entry.state]}</Tag>
        <Trail entry={entry} />
      </div>
      {children}
      {entry.state === 'proposed' && mayDecide ? (
        <div className="form-foot">
          <Button type="primary" disabled={own} onClick={() => answer('approve')}>
            {texts.approve}
          </Button>
          <Button disabled={own} onClick={() => answer('reject')}>
            {texts.reject}
          </Button>
          {own ? <span className="quiet small">{texts.own}</span> : null}
        </div>
      ) : null}
    </li>
  );
};

export const CheckList = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul className="checkers" aria-label={label}>
    {children}
  </ul>
);
