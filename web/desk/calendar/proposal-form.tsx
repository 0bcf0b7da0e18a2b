import { Alert, App, Button, Input, InputNumber } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../shared/api/problem';
import { useKeptInput } from '../../shared/kept-input';
import { described, Field } from '../../shared/schema-form/field';
import { usePropose, type NewYear } from './api';
import { parseDays, parseRanges } from './parse-lines';
import { texts } from './texts';

interface Typed {
  readonly year: number;
  readonly title: string;
  readonly source: string;
  readonly off: string;
  readonly worked: string;
}

type Problems = Partial<Record<keyof Typed, string>>;

/** The year as the API takes it, or what is wrong line by line. */
const read = (typed: Typed): { readonly body: NewYear } | { readonly problems: Problems } => {
  const off = parseRanges(typed.off);
  const worked = parseDays(typed.worked);
  const problems: Problems = {
    ...(typed.title.trim() ? {} : { title: `请填写${texts.docTitle}` }),
    ...(typed.source.trim().length >= 4 ? {} : { source: `请填写${texts.docSource}` }),
    ...('problem' in off ? { off: off.problem } : off.values.length === 0 ? { off: `请填写${texts.offLines}` } : {}),
    ...('problem' in worked ? { worked: worked.problem } : {}),
  };
  if (Object.keys(problems).length > 0 || 'problem' in off || 'problem' in worked) return { problems };
  return {
    body: {
      year: typed.year,
      title: typed.title.trim(),
      source: typed.source.trim(),
      off: [...off.values],
      worked: [...worked.values],
    },
  };
};

export const ProposalForm = ({ year }: { readonly year: number }) => {
  const { value, setValue, clear } = useKeptInput<Typed>('calendar', {
    year,
    title: '',
    source: '',
    off: '',
    worked: '',
  });
  const [problems, setProblems] = useState<Problems>({});
  const propose = usePropose();
  const { message } = App.useApp();
  const put = (part: Partial<Typed>): void => setValue((before) => ({ ...before, ...part }));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const result = read(value);
    setProblems('problems' in result ? result.problems : {});
    if ('problems' in result) return;
    propose.mutate(result.body, {
      onSuccess: () => {
        clear();
        void message.success(texts.saved);
      },
    });
  };
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <h2>{texts.enter}</h2>
      <p className="quiet small">{texts.enterHint}</p>
      {propose.isError ? <Alert type="error" className="gap" title={asProblem(propose.error).message} /> : null}
      <div className="fact-row">
        <Field id="year" label={texts.year} required>
          <InputNumber
            id="year"
            value={value.year}
            min={2018}
            max={2100}
            onChange={(next) => put({ year: next ?? year })}
          />
        </Field>
        <Field id="doc-title" label={texts.docTitle} required problem={problems.title}>
          <Input
            {...described('doc-title', problems.title)}
            value={value.title}
            onChange={({ target }) => put({ title: target.value })}
          />
        </Field>
        <Field id="doc-source" label={texts.docSource} required problem={problems.source}>
          <Input
            {...described('doc-source', problems.source)}
            value={value.source}
            onChange={({ target }) => put({ source: target.value })}
          />
        </Field>
      </div>
      <Field id="off" label={texts.offLines} required problem={problems.off} hint={texts.offHint}>
        <Input.TextArea
          {...described('off', problems.off)}
          rows={7}
          value={value.off}
          onChange={({ target }) => put({ off: target.value })}
        />
      </Field>
      <Field id="worked" label={texts.workedLines} problem={problems.worked} hint={texts.workedHint}>
        <Input.TextArea
          {...described('worked', problems.worked)}
          rows={4}
          value={value.worked}
          onChange={({ target }) => put({ worked: target.value })}
        />
      </Field>
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {texts.save}
      </Button>
    </form>
  );
};
