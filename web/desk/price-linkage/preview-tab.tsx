import { Alert, Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { classes, recipientClasses } from '../../../domain/price-linkage/classes';
import { asProblem } from '../../shared/api/problem';
import { filled, oneOf } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { useMe } from '../session/api';
import { usePreview, type AnswerView } from './api';
import { ChoiceField, missing, problemsOf, TextField, type Problems } from './form-parts';
import { texts } from './texts';

const { preview: words } = texts;
const classOptions = recipientClasses.map((value) => ({ value, label: classes[value].label }));
const settlements = [
  { value: 'urban', label: texts.recipients.urban },
  { value: 'rural', label: texts.recipients.rural },
];

const sayTerm = ({ value, unit }: AnswerView['explanation'][number]): string =>
  unit === 'yuan' ? showYuan(String(value)) : value === true ? '是' : value === false ? '否' : String(value);

const headOf = ({ starts, amount }: AnswerView): string => {
  if (!starts) return words.notStarts;
  return amount === null ? words.amountUnknown : words.starts(showYuan(amount));
};

const Answer = ({ answer }: { readonly answer: AnswerView }) => (
  <section className="panel" aria-live="polite">
    <h2>{headOf(answer)}</h2>
    {answer.amountUnknown === null ? null : <p>{answer.amountUnknown}</p>}
    <h3>{words.conditions}</h3>
    <ul>
      {answer.conditions.map(({ index, says, met, clause }) => (
        <li key={index}>
          <Tag tone={met ? 'good' : 'plain'}>{met ? words.met : words.notMet}</Tag> {says}
          <span className="quiet small">{` ${clause}`}</span>
        </li>
      ))}
    </ul>
    <h3>{words.steps}</h3>
    <ul>
      {answer.explanation.map((term) => (
        <li key={term.label}>
          {`${term.label}:`}
          <span className="strong">{sayTerm(term)}</span>
          <span className="quiet small">{term.clause ? ` ${term.clause}` : ''}</span>{' '}
          {term.parameter?.assumed ? <Tag tone="late">{words.assumed}</Tag> : null}
        </li>
      ))}
    </ul>
    {answer.deadline ? (
      <>
        <h3>{words.deadline}</h3>
        <p>{answer.deadline.explanation}</p>
      </>
    ) : null}
  </section>
);

export const PreviewTab = () => {
  const { current } = useMe();
  const [value, setValue] = useState({
    month: '',
    cpi: '',
    foodCpi: '',
    scpi: '',
    class: 'dibao',
    settlement: 'urban',
  });
  const [problems, setProblems] = useState<Problems>({});
  const preview = usePreview();
  const field = (name: keyof typeof value) => ({
    id: `preview-${name}`,
    value: value[name],
    problem: problems[name],
    put: (next: string) => setValue((before) => ({ ...before, [name]: next })),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = missing(value, { month: texts.month, class: words.class });
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { month, cpi, foodCpi, scpi } = value;
    const named = recipientClasses.find((name) => name === value.class);
    if (named === undefined) return;
    const settlement = oneOf(['urban', 'rural'], value.settlement);
    preview.mutate(
      {
        area: current.division,
        month,
        class: named,
        indices: filled({ cpi, foodCpi, scpi }),
        ...filled({ settlement }),
      },
      { onError: (error) => setProblems(problemsOf(asProblem(error))) },
    );
  };
  return (
    <>
      <form className="panel linkage-form no-print" onSubmit={submit} noValidate>
        <p className="quiet small">{`${words.hint}${texts.riseHint}。`}</p>
        {preview.isError ? <Alert type="error" className="gap" title={asProblem(preview.error).message} /> : null}
        <div className="fact-row">
          <TextField {...field('month')} label={texts.month} type="month" required />
          <TextField {...field('cpi')} label={texts.cpi} />
          <TextField {...field('foodCpi')} label={texts.foodCpi} />
          <TextField {...field('scpi')} label={texts.scpi} />
          <ChoiceField {...field('class')} label={words.class} required options={classOptions} />
          <ChoiceField {...field('settlement')} label={words.settlement} options={settlements} />
        </div>
        <Button type="primary" htmlType="submit" loading={preview.isPending}>
          {words.submit}
        </Button>
      </form>
      {preview.data ? <Answer answer={preview.data} /> : null}
    </>
  );
};
