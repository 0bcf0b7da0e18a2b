import { Input } from 'antd';
import type { CaseView } from '../../../shared/api/types';
import type { Problems } from '../../../shared/schema-form/check';
import { described, Field } from '../../../shared/schema-form/field';
import { asList, asObject, type JsonObject } from '../../../shared/schema-form/schema';
import { useCaseVisits } from './api';
import { texts } from './texts';

interface Props {
  readonly view: CaseView;
  readonly needs: string;
  readonly owner: string;
  readonly value: JsonObject;
  readonly problems: Problems;
  readonly idOf: (path: string) => string;
  readonly change: (value: JsonObject) => void;
}

const NAME = 'disputeAnswers';
const asked: ReadonlySet<string> = new Set(['proposal', 'changeProposal']);

const answerTo = (value: JsonObject, line: string): string => {
  const found = asList(value[NAME])
    .map(asObject)
    .find((one) => one['line'] === line);
  return typeof found?.['answer'] === 'string' ? found['answer'] : '';
};

/** Every line that the household disputed gets its answer before a proposal stands. */
export const DisputeAnswers = ({ view, needs, owner, value, problems, idOf, change }: Props) => {
  const { data } = useCaseVisits(view.id, asked.has(needs));
  const disputes = (data?.disputes ?? []).filter((dispute) => dispute.owner === owner);
  if (!asked.has(needs) || disputes.length === 0) return null;
  const put = (line: string, answer: string): void => {
    const answers = disputes.map((dispute) => ({
      line: dispute.line,
      answer: dispute.line === line ? answer : answerTo(value, dispute.line),
    }));
    change({ ...value, [NAME]: answers.filter((one) => one.answer !== '') });
  };
  return (
    <section aria-label={texts.answersTitle}>
      <h3>{texts.answersTitle}</h3>
      <p className="quiet small">{texts.answersHint}</p>
      {disputes.map(({ line }, index) => {
        const path = `${NAME}[${index}].answer`;
        const id = idOf(path);
        return (
          <Field key={line} id={id} label={texts.answerTo(line)} required problem={problems[path]}>
            <Input.TextArea
              {...described(id, problems[path])}
              rows={2}
              maxLength={1000}
              value={answerTo(value, line)}
              onChange={({ target }) => put(line, target.value)}
            />
          </Field>
        );
      })}
    </section>
  );
};
