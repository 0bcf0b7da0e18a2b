import { Alert, Button, Input } from 'antd';
import { useMemo } from 'react';
import type { SumLine } from '../../../../../domain/visits/sum-lines';
import { texts } from '../../texts';
import { Choices } from '../choices';
import { foundOf, isStale } from '../missing';
import type { LineAnswer } from '../model';
import { reckon, type Reckoned } from '../reckon';
import { SignatureBox } from './signature-box';
import type { StepProps } from './step';

const words = texts.sum;
const options = [
  { value: 'agreed', label: words.agreed },
  { value: 'disputed', label: words.disputed },
] as const;

interface LineProps {
  readonly line: SumLine;
  readonly answer: LineAnswer | undefined;
  readonly put: (answer: LineAnswer) => void;
}

const Line = ({ line, answer, put }: LineProps) => (
  <li className="panel">
    <p className="visit-line">{line.says}</p>
    {line.clause ? <p className="quiet small">{`${words.basis}${line.clause}`}</p> : null}
    <Choices
      label={line.says}
      value={answer?.answer}
      options={options}
      change={(next) => put({ ...(answer?.note ? { note: answer.note } : {}), answer: next })}
    />
    {answer?.answer === 'disputed' ? (
      <Input.TextArea
        aria-label={`${words.note}:${line.says}`}
        placeholder={words.note}
        rows={2}
        maxLength={1000}
        value={answer.note ?? ''}
        onChange={({ target }) => put({ answer: 'disputed', ...(target.value ? { note: target.value } : {}) })}
      />
    ) : null}
  </li>
);

const isAnswered = (answer: LineAnswer | undefined): boolean =>
  answer !== undefined && (answer.answer === 'agreed' || Boolean(answer.note?.trim()));

const Signing = ({ visit, reckoned }: Pick<StepProps, 'visit'> & { readonly reckoned: Reckoned }) => {
  const { sheet, change } = visit;
  const all = reckoned.lines.map(({ says, clause }) => ({
    says,
    ...(clause === undefined ? {} : { clause }),
    ...(sheet.lines[says] ?? { answer: 'agreed' as const }),
  }));
  const complete = reckoned.lines.every(({ says }) => isAnswered(sheet.lines[says]));
  if (!complete && !sheet.sum) return <p role="status">{words.answerFirst}</p>;
  const sign = (signature: string | undefined): void => {
    if (signature === undefined) return change({ sum: undefined });
    const lines = all.map(({ note, answer, ...line }) => ({
      ...line,
      answer,
      ...(answer === 'disputed' && note ? { note } : {}),
    }));
    const { eligibility, monthly } = reckoned;
    change({ sum: { on: sheet.visitedOn, eligibility, monthly, lines, signature, found: foundOf(sheet) } });
  };
  const disputes = all.filter(({ answer }) => answer === 'disputed').length;
  return (
    <>
      {isStale(sheet) ? <Alert type="warning" className="gap" title={words.stale} /> : null}
      <p className="strong">{words.disputes(disputes)}</p>
      <SignatureBox
        key={JSON.stringify(all)}
        visit={visit}
        label={words.sign}
        again={words.again}
        signed={sheet.sum?.signature}
        put={sign}
      />
    </>
  );
};

/** 当面算账: each line read out, agreed to or disputed, then signed. What was signed does not change any more. */
const SumStep = ({ visit }: StepProps) => {
  const { pack, sheet, change } = visit;
  const { visitedOn, facts, added } = sheet;
  const reckoned = useMemo(() => reckon(pack, sheet), [pack, visitedOn, facts, added]);
  if (typeof reckoned === 'string')
    return <Alert type="warning" title={`${words.failed}${reckoned}`} description={words.failedHint} />;
  const put = (says: string, answer: LineAnswer): void =>
    change({ sum: undefined, lines: { ...sheet.lines, [says]: answer } });
  const agreeAll = (): void =>
    change({
      sum: undefined,
      lines: {
        ...Object.fromEntries(reckoned.lines.map(({ says }) => [says, { answer: 'agreed' as const }])),
        ...sheet.lines,
      },
    });
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <ul className="visit-list">
        {reckoned.lines.map((line) => (
          <Line key={line.id} line={line} answer={sheet.lines[line.says]} put={(answer) => put(line.says, answer)} />
        ))}
      </ul>
      <Button size="large" block className="gap" onClick={agreeAll}>
        {words.agreeAll}
      </Button>
      <Signing visit={visit} reckoned={reckoned} />
    </>
  );
};

export default SumStep;
