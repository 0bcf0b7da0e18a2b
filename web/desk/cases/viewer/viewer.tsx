import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DocumentView } from '../../../shared/api/types';
import { useShortcuts } from '../../../shared/keyboard/shortcuts';
import { AsyncView } from '../../../shared/states/async-view';
import { useDocuments } from '../api';
import { isDrawn, Paper, turningKeys, TurningButtons } from './paper';
import { texts } from './texts';
import { beside, turned, upright, type Turning } from './turning';
import { useViewed } from './use-viewed';

interface Props {
  readonly caseId: string;
  readonly list: readonly DocumentView[];
  readonly viewed: string;
  readonly view: (documentId: string | undefined) => void;
}

const Viewing = ({ caseId, list, viewed, view }: Props) => {
  const [held, setHeld] = useState(upright);
  const heading = useRef<HTMLHeadingElement>(null);
  const one = list.find(({ id }) => id === viewed);
  const step = (by: 1 | -1): void =>
    view(
      beside(
        list.map(({ id }) => id),
        viewed,
        by,
      ),
    );
  const turn = (way: Turning): void => setHeld((before) => turned(before, way));
  useEffect(() => {
    setHeld(upright);
    heading.current?.focus({ preventScroll: true });
  }, [viewed]);
  useShortcuts({
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    Escape: () => view(undefined),
    ...turningKeys(turn),
  });
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {one ? `${one.kindLabel} ${texts.place(list.indexOf(one) + 1, list.length)}` : texts.gone}
      </h2>
      <div className="viewer-tools">
        <Select
          aria-label={texts.viewer}
          value={one?.id ?? null}
          options={list.map(({ id, kindLabel, name }) => ({ value: id, label: `${kindLabel} ${name}` }))}
          onChange={(id) => view(id ?? undefined)}
          className="viewer-choice"
        />
        <Button onClick={() => step(-1)}>{texts.previous}</Button>
        <Button onClick={() => step(1)}>{texts.next}</Button>
        {one && isDrawn(one.mime) ? <TurningButtons turn={turn} /> : null}
        <Button onClick={() => view(undefined)}>{texts.close}</Button>
      </div>
      {one ? <Paper key={one.id} caseId={caseId} one={one} held={held} /> : null}
      <p className="quiet small">{texts.keys}</p>
    </>
  );
};

/** Papers and photos beside the form that they support. */
export const Viewer = ({ caseId }: { readonly caseId: string }) => {
  const { viewed, view } = useViewed();
  const documents = useDocuments(caseId, viewed !== undefined);
  if (viewed === undefined) return null;
  return (
    <section className="viewer panel" aria-label={texts.viewer}>
      <AsyncView query={documents} rows={3}>
        {(list) => <Viewing caseId={caseId} list={list} viewed={viewed} view={view} />}
      </AsyncView>
    </section>
  );
};
