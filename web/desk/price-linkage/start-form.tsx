import { Alert, App, Button } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../shared/api/problem';
import { useProposeStart, type MonthView } from './api';
import { missing, problemsOf, TextField, type Problems } from './form-parts';
import { texts } from './texts';

const { start: words } = texts;

/** The order to start a month in one area. */
export const StartForm = ({ row, close }: { readonly row: MonthView; readonly close: () => void }) => {
  const [value, setValue] = useState({ orderNumber: '', orderDate: '' });
  const [problems, setProblems] = useState<Problems>({});
  const propose = useProposeStart();
  const { message } = App.useApp();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wrong = missing(value, { orderNumber: words.orderNumber, orderDate: words.orderDate });
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    propose.mutate(
      { division: row.area, month: row.month, ...value },
      {
        onSuccess: () => {
          void message.success(texts.saved);
          close();
        },
        onError: (error) => setProblems(problemsOf(asProblem(error))),
      },
    );
  };
  const title = words.title(row.month, row.areaName);
  return (
    <form className="panel linkage-form" onSubmit={submit} noValidate aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet small">{words.hint}</p>
      {propose.isError ? <Alert type="error" className="gap" title={asProblem(propose.error).message} /> : null}
      <div className="fact-row">
        <TextField
          id="order-number"
          label={words.orderNumber}
          required
          value={value.orderNumber}
          problem={problems['orderNumber']}
          put={(orderNumber) => setValue((before) => ({ ...before, orderNumber }))}
        />
        <TextField
          id="order-date"
          label={words.orderDate}
          type="date"
          required
          value={value.orderDate}
          problem={problems['orderDate']}
          put={(orderDate) => setValue((before) => ({ ...before, orderDate }))}
        />
      </div>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={propose.isPending}>
          {words.submit}
        </Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
};
