import { Alert, Input, Select } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { today } from '../../shared/format/dates';
import { useMe } from '../session/api';
import { AsyncView } from '../../shared/states/async-view';
import { useExchange, useSnapshot, type SnapshotView } from './api';
import { FileChoice } from './file-choice';
import { FileProgress } from './file-progress';
import { texts } from './texts';

const { differences: words } = texts;
const kindOptions = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));

const Result = ({ snapshot }: { readonly snapshot: SnapshotView }) => (
  <div aria-live="polite">
    <p className="strong">{words.result(snapshot.matched, snapshot.different)}</p>
    {snapshot.malformedCount > 0 ? (
      <>
        <p>{words.malformed(snapshot.malformedCount)}</p>
        <ul className="small">
          {snapshot.malformed.map(({ line, problem }) => (
            <li key={line}>{problem}</li>
          ))}
        </ul>
      </>
    ) : null}
  </div>
);

/** What came of a list that was held against ours. */
export const Compared = ({ snapshotId }: { readonly snapshotId: string }) => (
  <AsyncView query={useSnapshot(snapshotId)}>{(snapshot) => <Result snapshot={snapshot} />}</AsyncView>
);

/** A list of the other system, held against ours as soon as it is chosen. */
export const SnapshotForm = () => {
  const { current } = useMe();
  const { compare } = useExchange();
  const [kind, setKind] = useState('roster');
  const [on, setOn] = useState(today);
  const load = useMutation({ mutationFn: (file: File) => compare(current.division, kind, on, file) });
  return (
    <section className="panel exchange-file no-print" aria-label={words.load}>
      <h2>{words.load}</h2>
      <p className="quiet small">{words.loadHint}</p>
      {load.isError ? <Alert type="error" className="gap" title={asProblem(load.error).message} /> : null}
      <div className="filters">
        <label htmlFor="snapshot-kind">{words.kind}</label>
        <Select id="snapshot-kind" value={kind} options={kindOptions} style={{ width: 180 }} onChange={setKind} />
        <label htmlFor="snapshot-on">{words.on}</label>
        <Input
          id="snapshot-on"
          type="date"
          className="date"
          value={on}
          onChange={({ target }) => setOn(target.value)}
          style={{ width: 160 }}
        />
        <FileChoice label={words.choose} busy={load.isPending} chosen={(file) => load.mutate(file)} />
      </div>
      {load.data ? (
        <FileProgress key={load.data.id} taken={load.data}>
          <Compared snapshotId={load.data.id} />
        </FileProgress>
      ) : null}
    </section>
  );
};
