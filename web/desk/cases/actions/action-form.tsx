import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView } from '../../../shared/api/types';
import { useKeptInput } from '../../../shared/kept-input';
import { check, fromServer, type Problems } from '../../../shared/schema-form/check';
import { focusFirstWrong } from '../../../shared/schema-form/first-wrong';
import { withoutUntouched, type JsonObject, type JsonSchema } from '../../../shared/schema-form/schema';
import { SchemaForm } from '../../../shared/schema-form/schema-form';
import { FormWorldProvider } from '../../../shared/schema-form/world';
import { useMe } from '../../session/api';
import { DisputeAnswers } from '../visits/dispute-answers';
import { DisputeNotice } from '../visits/disputes';
import type { Chosen } from './chosen';
import { ConflictNotice, Failure, Summary } from './notices';
import { Evidence } from './evidence';
import { MissingBefore } from './missing-before';
import { prefill } from './prefill';
import { prepare } from './prepare';
import { keyOf } from './key-of';
import { lawOf } from './law';
import { texts } from './texts';
import { useSubmit } from './use-submit';
import { useFormWorldOf } from './use-world';

interface Props {
  readonly view: CaseView;
  readonly chosen: Chosen;
  readonly name: string;
  readonly schema: JsonSchema;
  readonly done: () => void;
  readonly close: () => void;
}

const FORM = 'do';
/** `investigators[0].name` → the id of its control. */
const idOf = (path: string): string => `${FORM}-${path.replace(/\[(\d+)\]/g, '-$1').replaceAll('.', '-')}`;

const useForm = ({ view, chosen, name, schema, done }: Props) => {
  const me = useMe();
  const initial = useMemo(() => prefill(schema, view, me), []);
  const { value, setValue, clear, wasKept } = useKeptInput<JsonObject>(keyOf(me, view, name), initial);
  const [problems, setProblems] = useState<Problems>({});
  const { mutation, conflict, acknowledge } = useSubmit(view, chosen, () => {
    clear();
    done();
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const touched = withoutUntouched(schema, value);
    const found = check(schema, touched);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    mutation.mutate(prepare(schema, value), {
      onError: (error) => setProblems(fromServer(asProblem(error).fields)),
    });
  };
  return { value, setValue, clear, wasKept, problems, mutation, conflict, acknowledge, submit };
};

const Before = ({
  chosen,
  wasKept,
  clear,
}: {
  readonly chosen: Chosen;
  readonly wasKept: boolean;
  readonly clear: () => void;
}) => (
  <>
    {wasKept ? (
      <p className="quiet">
        {texts.kept}{' '}
        <button type="button" className="link" onClick={clear}>
          {texts.discard}
        </button>
      </p>
    ) : null}
    {chosen.possible ? null : (
      <div className="summary" role="alert">
        <div className="strong">{texts.impossible}</div>
        <ul>
          {chosen.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    )}
  </>
);

export const ActionForm = (props: Props) => {
  const { view, chosen, schema, close } = props;
  const form = useForm(props);
  const world = useFormWorldOf(view, chosen.needs, chosen.targets);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const whole = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!whole.current || Object.keys(form.problems).length === 0 || focusFirstWrong(whole.current)) return;
    whole.current.querySelector<HTMLElement>('.summary')?.focus();
  }, [form.problems]);
  const problem = form.mutation.isError ? asProblem(form.mutation.error) : undefined;
  const law = lawOf(chosen.action);
  const empty = Object.keys(schema.properties ?? {}).length === 0;
  return (
    <form onSubmit={form.submit} noValidate ref={whole}>
      <h2 ref={heading} tabIndex={-1}>
        {chosen.title}
      </h2>
      {law ? <p className="quiet small">{`${texts.law}${law}`}</p> : null}
      <Before chosen={chosen} wasKept={form.wasKept} clear={form.clear} />
      {form.conflict ? <ConflictNotice conflict={form.conflict} view={view} acknowledge={form.acknowledge} /> : null}
      {problem && problem.status !== 409 && problem.fields.length === 0 ? <Failure problem={problem} /> : null}
      <Summary problems={form.problems} idOf={idOf} />
      <DisputeNotice view={view} needs={chosen.needs} />
      {empty ? <p>{texts.noFields}</p> : null}
      <MissingBefore view={view} chosen={chosen} />
      <Evidence view={view} needs={chosen.needs} value={form.value} change={form.setValue} />
      <FormWorldProvider value={world}>
        <SchemaForm id={FORM} schema={schema} value={form.value} problems={form.problems} change={form.setValue} />
      </FormWorldProvider>
      <DisputeAnswers
        view={view}
        needs={chosen.needs}
        owner={chosen.owner}
        value={form.value}
        problems={form.problems}
        idOf={idOf}
        change={form.setValue}
      />
      <div className="form-foot">
        <Button
          type="primary"
          htmlType="submit"
          loading={form.mutation.isPending}
          disabled={!chosen.possible || form.conflict !== undefined}
        >
          {chosen.title}
        </Button>
        <Button onClick={close}>{texts.back}</Button>
      </div>
    </form>
  );
};
