import { Alert, Button } from 'antd';
import type { CaseView } from '../../../shared/api/types';
import { keptUnder, moveKept } from '../../../shared/kept-input';
import { labelOf } from '../../../shared/schema-form/labels';
import { asObject, type Json, type JsonSchema } from '../../../shared/schema-form/schema';
import { useMe } from '../../session/api';
import { useLifecycle, useTimeline } from '../api';
import { nameOf } from './chosen';
import { keyOf } from './key-of';
import { Since } from './since';
import { texts } from './texts';

/** What the case was like when the form was opened. */
export interface Opened {
  readonly sequence: number;
  readonly stageLabel: string;
}

interface Props {
  readonly view: CaseView;
  readonly name: string;
  readonly opened: Opened;
  readonly choose: (name: string) => void;
  readonly close: () => void;
}

/** What the step asked for, wherever in the tables it stands. */
const useNeedsOf = (view: CaseView, name: string) => {
  const { data } = useLifecycle(view.programme);
  const action = name.slice(name.indexOf('.') + 1);
  const steps = [...(data?.stages ?? []), ...(data?.matters ?? []).flatMap((matter) => matter.steps)];
  const row = steps.flatMap(({ actions }) => actions).find((one) => one.action === action);
  return { says: row?.says, needs: row?.needs, schema: row && (data?.inputs[row.needs] as JsonSchema | undefined) };
};

/** Words alone: what was chosen from lists is chosen again in no time. */
const wordsOf = (kept: Json, schema: JsonSchema | undefined): readonly (readonly [string, string])[] =>
  Object.entries(asObject(kept)).flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== ''
      ? [[labelOf(field, schema?.properties?.[field]), value] as const]
      : [],
  );

/** Somebody was faster and the step is gone: who did what, what changed, one's words, and where they can still go. */
export const Gone = ({ view, name, opened, choose, close }: Props) => {
  const me = useMe();
  const { data: events = [] } = useTimeline(view.id);
  const { says, needs, schema } = useNeedsOf(view, name);
  const key = keyOf(me, view, name);
  const kept = (keptUnder(key) ?? {}) as Json;
  const words = wordsOf(kept, schema);
  const alike = view.actions.filter((action) => action.possible && action.needs === needs && nameOf(action) !== name);
  const take = (next: string): void => {
    moveKept(key, keyOf(me, view, next));
    choose(next);
  };
  return (
    <>
      <h2>{texts.gone}</h2>
      <Alert
        type="warning"
        className="gap"
        title={says ? texts.goneStep(says) : texts.goneHint}
        description={
          <>
            {opened.stageLabel === view.stage.label ? null : <p>{texts.moved(opened.stageLabel, view.stage.label)}</p>}
            <Since events={events} since={opened.sequence} />
          </>
        }
      />
      {words.length > 0 ? (
        <>
          <p>{texts.keptWords}</p>
          <dl className="kept-words">
            {words.map(([label, value]) => (
              <div key={label}>
                <dt className="quiet">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {alike.map((action) => (
            <Button key={nameOf(action)} type="primary" onClick={() => take(nameOf(action))}>
              {texts.takeAlong(action.says)}
            </Button>
          ))}
        </>
      ) : null}
      <div className="form-foot">
        <Button onClick={close}>{texts.back}</Button>
      </div>
    </>
  );
};
