import { useState } from 'react';
import { standardKinds, standards } from '../../../domain/standards/kinds';
import { oneOf } from '../../shared/api/client';
import { showDate, today } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../shared/plain-form/plain-field';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMe } from '../session/api';
import { askWhatIf, type WhatIfView } from './api';
import { texts } from './texts';

const { whatIf: words } = texts;
const options = standardKinds.map((value) => ({ value, label: standards[value].label }));

const fields = (root: string): readonly PlainField[] => [
  { name: 'area', label: texts.place, type: 'place', required: true, root },
  { name: 'category', label: texts.kind, type: 'choice', required: true, options },
  { name: 'value', label: words.value, type: 'text', required: true, hint: words.valueHint },
  { name: 'from', label: words.from, type: 'date', required: true },
];

const Row = ({
  name,
  sum,
  strong,
}: {
  readonly name: string;
  readonly sum: WhatIfView['total'];
  readonly strong?: boolean;
}) => (
  <tr className={strong ? 'strong' : ''}>
    <td>{name}</td>
    <td className="num">{sum.households}</td>
    <td className="num">{sum.persons}</td>
    <td className="num">{showYuan(sum.monthly)}</td>
    <td className="num">{showYuan(sum.difference)}</td>
    <td className="num">{showYuan(sum.yearEnd)}</td>
    <td className="num">{showYuan(sum.differenceYearEnd)}</td>
    <td className="num">{sum.byClass.gain ?? 0}</td>
    <td className="num">{sum.byClass.fall ?? 0}</td>
    <td className="num">{sum.byClass.new ?? 0}</td>
  </tr>
);

const Answer = ({ answer }: { readonly answer: WhatIfView }) => (
  <section className="panel" aria-live="polite">
    <h2>{words.answer(answer.areaName, answer.label, answer.value, answer.unitLabel)}</h2>
    {answer.counties.length === 0 ? (
      <EmptyState title={words.none} />
    ) : (
      <PlainTable caption={words.caption} columns={words.columns}>
        {answer.counties.map(({ county, name, sum }) => (
          <Row key={county} name={name} sum={sum} />
        ))}
        {answer.counties.length > 1 ? <Row name={words.total} sum={answer.total} strong /> : null}
      </PlainTable>
    )}
    <p className="quiet small">{words.denominator(showDate(answer.from))}</p>
  </section>
);

export const WhatIfTab = () => {
  const { division } = useMe().current;
  const [answer, setAnswer] = useState<WhatIfView>();
  const ask = async ({ area = '', category = '', value = '', from = '' }: PlainValues): Promise<void> => {
    const named = oneOf(standardKinds, category);
    if (named) setAnswer(await askWhatIf({ area, category: named, value, from }));
  };
  return (
    <>
      <section className="panel no-print">
        <p className="quiet small">{words.hint}</p>
        <PlainForm
          id="what-if"
          fields={fields(division)}
          initial={{ area: division, category: 'urban', from: `${today().slice(0, 7)}-01` }}
          submit={words.submit}
          send={ask}
          keep
        />
      </section>
      {answer ? <Answer answer={answer} /> : null}
    </>
  );
};
