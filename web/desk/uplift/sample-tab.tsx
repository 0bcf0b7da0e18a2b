import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import { useUpliftSample, useVerdict, type SampleRow, type UpliftDetail } from './api';
import { texts } from './texts';

const { sample: words, cases } = texts;

interface Props {
  readonly row: SampleRow;
  readonly runId: string;
  readonly open: boolean;
}

const Answer = ({ row, runId }: Omit<Props, 'open'>) => {
  const give = useVerdict(runId);
  const { send: start } = useToldSending();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState(row.note ?? '');
  const { caseId, number } = row.case;
  const send = (verdict: 'right' | 'wrong', said?: string): void =>
    void start(() => give(caseId, verdict, said).then(() => setWriting(false)));
  if (writing)
    return (
      <div className="form-foot">
        <Input aria-label={`${words.note}:${number}`} value={note} onChange={({ target }) => setNote(target.value)} />
        <Button size="small" onClick={() => send('wrong', note.trim())}>
          {words.save}
        </Button>
        <Button size="small" onClick={() => setWriting(false)}>
          {words.back}
        </Button>
      </div>
    );
  return (
    <div className="form-foot">
      <Button size="small" aria-label={`${words.right}:${number}`} onClick={() => send('right')}>
        {words.right}
      </Button>
      <Button size="small" aria-label={`${words.wrong}:${number}`} onClick={() => setWriting(true)}>
        {words.wrong}
      </Button>
    </div>
  );
};

const Row = ({ row, runId, open }: Props) => (
  <tr>
    <td className="num">{row.rank}</td>
    <td>
      <Link to={`/cases/${row.case.caseId}`} aria-label={cases.open(row.case.number)}>
        {row.case.number}
      </Link>
    </td>
    <td>{row.case.classLabel}</td>
    <td className="num">{showYuan(row.case.now)}</td>
    <td className="num">{showYuan(row.case.then)}</td>
    <td>
      {row.verdict ? <Tag tone={row.verdict === 'right' ? 'good' : 'late'}>{words[row.verdict]}</Tag> : '—'}
      {row.checkerName ? <div className="quiet small">{row.checkerName}</div> : null}
      {row.note ? <div className="small">{row.note}</div> : null}
    </td>
    <td>{open ? <Answer row={row} runId={runId} /> : '—'}</td>
  </tr>
);

export const SampleTab = ({ detail }: { readonly detail: UpliftDetail }) => {
  const mayCheck = useMay('uplift.check');
  const { uplift, sample } = detail;
  const open = mayCheck && uplift.state === 'reviewing';
  return (
    <AsyncView query={useUpliftSample(uplift.id)}>
      {({ seed, sample: rows }) =>
        rows.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <p>{words.counts(sample.drawn, sample.checked, sample.wrong)}</p>
            <PlainTable caption={words.caption} columns={words.columns}>
              {rows.map((row) => (
                <Row key={row.case.caseId} row={row} runId={uplift.id} open={open} />
              ))}
            </PlainTable>
            <p className="quiet small">{words.hint(seed)}</p>
          </>
        )
      }
    </AsyncView>
  );
};
