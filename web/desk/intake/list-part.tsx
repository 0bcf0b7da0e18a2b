import { Button } from 'antd';
import { FactFields } from '../facts/fact-fields';
import type { FactContent, FactField } from '../facts/fields';
import { memberName, refOf, type Content } from './content';
import { problemsOf, type PartProps } from './part-props';

interface Props extends PartProps {
  readonly list: 'incomes' | 'expenses' | 'assets' | 'relatives';
  readonly one: string;
  readonly fields: readonly FactField[];
}

export const memberChoices = ({ members }: Content) =>
  members.map((member, index) => ({ value: refOf(member), label: memberName(member, index) }));

export const ListPart = ({ content, change, problems, list, one, fields }: Props) => {
  const items = content[list];
  const set = (next: readonly FactContent[]): void => change({ [list]: next });
  return (
    <>
      {items.map((item, index) => (
        <fieldset key={index} className="list-item">
          <legend>{`第${index + 1}${one.slice(1)}`}</legend>
          <FactFields
            id={`${list}-${index}`}
            fields={fields}
            value={item}
            members={memberChoices(content)}
            problems={problemsOf(problems, `${list}[${index}]`)}
            change={(next) => set(items.map((old, i) => (i === index ? next : old)))}
          />
          <Button size="small" onClick={() => set(items.filter((_, i) => i !== index))}>
            {`删去第${index + 1}${one.slice(1)}`}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => set([...items, {}])}>{`增加${one}`}</Button>
    </>
  );
};
