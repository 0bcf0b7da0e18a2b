import { Alert, App, Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../shared/api/problem';
import { useKeptInput } from '../../shared/kept-input';
import { filled } from '../../shared/api/client';
import { useEnterIndex, usePlaces } from './api';
import { ChoiceField, missing, problemsOf, TextField, type Problems } from './form-parts';
import { texts } from './texts';

const { indices: words } = texts;
const blank = { division: '', month: '', cpi: '', foodCpi: '', scpi: '', source: '', publishedOn: '' };
const needed = {
  division: texts.area,
  month: texts.month,
  cpi: texts.cpi,
  source: texts.source,
  publishedOn: texts.publishedOn,
};

export const IndexForm = () => {
  const { value, setValue, clear } = useKeptInput('price-index', blank);
  const [problems, setProblems] = useState<Problems>({});
  const places = usePlaces();
  const enter = useEnterIndex();
  const { message } = App.useApp();
  const put = (name: keyof typeof blank) => (next: string) => setValue((before) => ({ ...before, [name]: next }));
  const field = (name: keyof typeof blank) => ({
    id: `index-${name}`,
    value: value[name],
    problem: problems[name],
    put: put(name),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = missing(value, needed);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { foodCpi, scpi, ...rest } = value;
    enter.mutate(
      { ...rest, ...filled({ foodCpi, scpi }) },
      {
        onSuccess: () => {
          clear();
          void message.success(texts.saved);
        },
        onError: (error) => setProblems(problemsOf(asProblem(error))),
      },
    );
  };
  return (
    <form className="panel linkage-form no-print" onSubmit={submit} noValidate>
      <h2>{words.enter}</h2>
      <p className="quiet small">{`${words.enterHint}${texts.riseHint}。`}</p>
      {enter.isError ? <Alert type="error" className="gap" title={asProblem(enter.error).message} /> : null}
      <div className="fact-row">
        <ChoiceField {...field('division')} label={texts.area} required options={places.data ?? []} />
        <TextField {...field('month')} label={texts.month} type="month" required />
        <TextField {...field('cpi')} label={texts.cpi} required />
        <TextField {...field('foodCpi')} label={texts.foodCpi} />
        <TextField {...field('scpi')} label={texts.scpi} />
        <TextField {...field('publishedOn')} label={texts.publishedOn} type="date" required />
        <TextField {...field('source')} label={texts.source} required />
      </div>
      <Button type="primary" htmlType="submit" loading={enter.isPending}>
        {words.submit}
      </Button>
    </form>
  );
};
