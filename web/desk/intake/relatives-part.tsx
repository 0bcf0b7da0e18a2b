import { Radio } from 'antd';
import { Field } from '../../shared/schema-form/field';
import { ListPart } from './list-part';
import { relativeFields } from './member-fields';
import type { PartProps } from './part-props';
import { texts } from './texts';

const answers = [
  { value: 'no', label: texts.relativesNo },
  { value: 'yes', label: texts.relativesYes },
];

/** Asked of every household: 「没有」 is an answer too. */
export const RelativesPart = (props: PartProps) => {
  const { content, change, problems } = props;
  const answer = content.hasRelatives ?? (content.relatives.length > 0 ? 'yes' : undefined);
  const choose = (next: 'yes' | 'no'): void =>
    change({
      hasRelatives: next,
      ...(next === 'yes' && content.relatives.length === 0 ? { relatives: [{}] } : {}),
    });
  return (
    <>
      <Field
        id="hasRelatives"
        label={texts.relativesAsk}
        required
        hint={texts.relativesHint}
        problem={problems['hasRelatives']}
        group
      >
        <Radio.Group
          id="hasRelatives"
          value={answer}
          options={answers}
          onChange={({ target }) => choose(target.value as 'yes' | 'no')}
        />
      </Field>
      {answer === 'yes' ? <ListPart {...props} list="relatives" one="一名近亲属" fields={relativeFields} /> : null}
    </>
  );
};
