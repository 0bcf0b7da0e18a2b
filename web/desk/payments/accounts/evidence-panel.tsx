import { App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { asProblem } from '../../../shared/api/problem';
import { useShortcuts } from '../../../shared/keyboard/shortcuts';
import { Segments } from '../../../shared/page/segments';
import { isDrawn, Paper, TurningButtons, turningKeys } from '../../cases/viewer/paper';
import { turned, upright, type Turning } from '../../cases/viewer/turning';
import { useCardNumber, useDecideAccount, type Verdict, type WaitingView } from './api';
import { texts } from './texts';

const { beside: words } = texts;

interface Props {
  readonly row: WaitingView;
  /** Entered by the reader: another hand decides. */
  readonly own: boolean;
  readonly close: () => void;
  readonly step: (by: 1 | -1) => void;
  /** Where to go once this one is decided. */
  readonly decided: () => void;
}

/** The whole number, asked for by a click alone: every look is audited. */
const CardNumber = ({ row }: Pick<Props, 'row'>) => {
  const number = useCardNumber();
  return (
    <>
      <span className="num">{number.data ?? row.number}</span>{' '}
      {number.data ? null : (
        <Button size="small" loading={number.isPending} onClick={() => number.mutate(row.id)}>
          {texts.showNumber}
        </Button>
      )}
      {number.isError ? <div role="alert">{asProblem(number.error).message}</div> : null}
    </>
  );
};

const Facts = ({ row }: Pick<Props, 'row'>) => (
  <dl>
    <dt>{words.household}</dt>
    <dd>
      <Link to={`/cases/${row.caseId}?tab=accounts`}>{`${row.applicantName} ${row.caseNumber}`}</Link>
    </dd>
    <dt>{texts.bank}</dt>
    <dd>{row.bankLabel}</dd>
    <dt>{texts.number}</dt>
    <dd>
      <CardNumber row={row} />
    </dd>
    <dt>{texts.holder}</dt>
    <dd>{`${row.holderName}(${row.holderPersonId ? texts.member : texts.byAgreement})`}</dd>
  </dl>
);

const Papers = ({ row }: Pick<Props, 'row'>) => {
  const [which, choose] = useState<'evidence' | 'agreement'>('evidence');
  const [held, setHeld] = useState(upright);
  const turn = (way: Turning): void => setHeld((before) => turned(before, way));
  useShortcuts(turningKeys(turn));
  const one = row[which];
  return (
    <>
      {row.agreement ? (
        <Segments
          label={words.paper}
          value={which}
          options={[
            { value: 'evidence', label: texts.evidence },
            { value: 'agreement', label: texts.agreement },
          ]}
          change={(next) => choose(next === 'agreement' ? 'agreement' : 'evidence')}
        />
      ) : null}
      {one && isDrawn(one.mime) ? (
        <div className="viewer-tools">
          <TurningButtons turn={turn} />
        </div>
      ) : null}
      {one ? <Paper key={one.id} caseId={row.caseId} one={one} held={held} /> : <p role="alert">{words.none}</p>}
    </>
  );
};

/** What an account stands on beside its row, so that the second person decides without leaving the list. */
export const EvidencePanel = ({ row, own, close, step, decided }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const decide = useDecideAccount();
  const { message } = App.useApp();
  useEffect(() => heading.current?.focus(), [row.id]);
  useShortcuts({ Escape: close, ArrowLeft: () => step(-1), ArrowRight: () => step(1) });
  const give = (verdict: Verdict): void =>
    decide.mutate(
      { accountId: row.id, verdict },
      {
        onSuccess: () => {
          void message.success(verdict === 'approve' ? texts.approved : texts.rejected);
          decided();
        },
      },
    );
  return (
    <section className="panel account-evidence no-print" aria-label={words.title}>
      <h2 ref={heading} tabIndex={-1}>
        {words.of(row.applicantName, row.number)}
      </h2>
      {decide.isError ? <p role="alert">{asProblem(decide.error).message}</p> : null}
      <Facts row={row} />
      <div className="form-foot">
        {own ? (
          <span className="quiet small">{texts.own}</span>
        ) : (
          <>
            <Button type="primary" loading={decide.isPending} onClick={() => give('approve')}>
              {texts.approve}
            </Button>
            <Button disabled={decide.isPending} onClick={() => give('reject')}>
              {texts.reject}
            </Button>
          </>
        )}
        <Button onClick={() => step(-1)}>{words.previous}</Button>
        <Button onClick={() => step(1)}>{words.next}</Button>
        <Button onClick={close}>{words.close}</Button>
      </div>
      <Papers row={row} />
      <p className="quiet small">{words.keys}</p>
    </section>
  );
};
