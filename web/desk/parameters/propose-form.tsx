import { App } from 'antd';
import { useState } from 'react';
import { specOf } from '../../../domain/dibao/parameter-specs';
import type { ParameterView } from '../../shared/api/types';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField } from '../../shared/plain-form/plain-field';
import { useMe } from '../session/api';
import { useProposeParameter } from './api';
import { categoryWords } from './categories';
import { choiceWords } from './choice-words';
import { PaperControl, type Paper } from './paper-control';
import { texts } from './texts';

const valueField = ({ id, unit, unitLabel }: ParameterView): PlainField => {
  const base = { name: 'value', label: texts.value(unitLabel), required: true } as const;
  if (unit === 'boolean')
    return {
      ...base,
      type: 'choice',
      options: [
        { value: 'true', label: texts.yes },
        { value: 'false', label: texts.no },
      ],
    };
  const choices = specOf(id)?.choices;
  if (choices)
    return {
      ...base,
      type: 'choice',
      options: choices.map((value) => ({ value, label: choiceWords[value] ?? value })),
    };
  return { ...base, type: unit === 'table' ? 'long' : 'text' };
};

const historyField: PlainField = {
  name: 'history',
  label: texts.past,
  type: 'choice',
  hint: texts.pastHint,
  options: [{ value: 'true', label: texts.yes }],
};

/** A new dated value; what stands against it comes back with the rule it cites, beside its field. */
export const ProposeForm = ({ parameter }: { readonly parameter: ParameterView }) => {
  const { division } = useMe().current;
  const propose = useProposeParameter(parameter.id, parameter.unit);
  const [paper, setPaper] = useState<Paper>();
  const { message } = App.useApp();
  const categories = parameter.categories.map((value) => ({ value, label: categoryWords[value] ?? value }));
  const category: PlainField = {
    name: 'category',
    label: texts.category,
    type: 'choice',
    required: true,
    options: categories,
  };
  return (
    <section className="panel">
      <h2>{texts.enter}</h2>
      <p className="quiet small">{texts.enterHint}</p>
      <PlainForm
        id={`parameter-${parameter.id}`}
        fields={[
          { name: 'division', label: texts.place, type: 'place', required: true, root: division },
          ...(categories.length > 0 ? [category] : []),
          valueField(parameter),
          { name: 'from', label: texts.from, type: 'date', required: true },
          { name: 'to', label: texts.to, type: 'date' },
          { name: 'reference', label: texts.reference, type: 'text', required: true, hint: texts.referenceHint },
          historyField,
        ]}
        initial={{ division }}
        submit={texts.save}
        send={(values) => propose(values, paper?.id)}
        done={() => {
          setPaper(undefined);
          void message.success(texts.saved);
        }}
      >
        <PaperControl division={division} paper={paper} put={setPaper} />
      </PlainForm>
    </section>
  );
};
