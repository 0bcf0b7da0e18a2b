import { Alert, App, Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { oneOffClasses, oneOffNames } from '../../../domain/one-off-subsidy/classes';
import { asProblem } from '../../shared/api/problem';
import { isAmount } from '../../shared/format/money';
import { useKeptInput } from '../../shared/kept-input';
import { usePlaces, useProposePlan } from './api';
import { ChoiceField, missing, problemsOf, TextField, type Problems } from './form-parts';
import { texts } from './texts';

const { plans: words } = texts;
const blank = { title: '', orderNumber: '', division: '', cutOffMonth: '', dibaoUrban: '', dibaoRural: '', tekun: '' };
type Typed = typeof blank;

const problemsIn = (value: Typed): Problems => {
  const bad = oneOffNames.filter((name) => value[name] !== '' && !isAmount(value[name]));
  const none = oneOffNames.every((name) => value[name] === '');
  return {
    ...missing(value, {
      title: words.name,
      orderNumber: words.orderNumber,
      division: words.division,
      cutOffMonth: words.cutOffMonth,
    }),
    ...Object.fromEntries(bad.map((name) => [name, words.badAmount])),
    ...(none ? { dibaoUrban: words.noAmount } : {}),
  };
};

export const PlanForm = () => {
  const { value, setValue, clear } = useKeptInput<Typed>('one-off-plan', blank);
  const [problems, setProblems] = useState<Problems>({});
  const places = usePlaces();
  const propose = useProposePlan();
  const { message } = App.useApp();
  const field = (name: keyof Typed) => ({
    id: `plan-${name}`,
    value: value[name],
    problem: problems[name],
    put: (next: string) => setValue((before) => ({ ...before, [name]: next })),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = problemsIn(value);
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { title, orderNumber, division, cutOffMonth } = value;
    const named = oneOffNames.filter((name) => value[name] !== '');
    const amounts = Object.fromEntries(named.map((name) => [name, value[name]]));
    propose.mutate(
      { title, orderNumber, division, cutOffMonth, classes: named, amounts },
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
      <p className="quiet small">{words.hint}</p>
      {propose.isError ? <Alert type="error" className="gap" title={asProblem(propose.error).message} /> : null}
      <div className="fact-row">
        <TextField {...field('title')} label={words.name} required />
        <TextField {...field('orderNumber')} label={words.orderNumber} required />
        <ChoiceField {...field('division')} label={words.division} required options={places.data ?? []} />
        <TextField {...field('cutOffMonth')} label={words.cutOffMonth} type="month" required />
        {oneOffNames.map((name) => (
          <TextField key={name} {...field(name)} label={words.amountOf(oneOffClasses[name].label)} />
        ))}
      </div>
      <Button type="primary" htmlType="submit" loading={propose.isPending}>
        {words.submit}
      </Button>
    </form>
  );
};
