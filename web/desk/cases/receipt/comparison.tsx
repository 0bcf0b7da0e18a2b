import { Switch } from 'antd';
import { useState } from 'react';
import { compareAssessments, type ComparedLine } from '../../../../domain/dibao/comparison';
import type { AssessmentView } from '../../../shared/api/types';
import { showYuan } from '../../../shared/format/money';
import { labelOfGroup } from './groups';
import { texts } from './texts';
import { sayValue } from './values';

interface Props {
  readonly before: { readonly title: string; readonly assessment: AssessmentView };
  readonly after: { readonly title: string; readonly assessment: AssessmentView };
  readonly nameOf: (member: string) => string;
}

const cell = (value: ComparedLine['before'], unit: string): string =>
  value === undefined ? '—' : sayValue(value, unit);

const sayDifference = (difference: string): string =>
  difference.startsWith('-') ? showYuan(difference) : `+${showYuan(difference)}`;

const Row = ({ line, nameOf }: { readonly line: ComparedLine; readonly nameOf: Props['nameOf'] }) => (
  <tr className={line.change === 'same' ? '' : 'differs'}>
    <td>
      {line.label}
      {line.member ? <span className="quiet">{` ${nameOf(line.member)}`}</span> : null}
    </td>
    <td className="num">{cell(line.before, line.unit)}</td>
    <td className="num">{cell(line.after, line.unit)}</td>
    <td>
      {line.change === 'same' ? (
        <span className="quiet">{texts.changes.same}</span>
      ) : (
        <b>{texts.changes[line.change]}</b>
      )}
      {line.difference ? <div className="small">{sayDifference(line.difference)}</div> : null}
    </td>
  </tr>
);

/** Two checks of the household line by line; what differs is marked by a word, not by colour alone. */
export const Comparison = ({ before, after, nameOf }: Props) => {
  const [onlyChanges, setOnlyChanges] = useState(false);
  const lines = compareAssessments(before.assessment, after.assessment);
  const shown = onlyChanges ? lines.filter(({ change }) => change !== 'same') : lines;
  const groups = [...new Set(shown.map(({ group }) => group))];
  return (
    <>
      <p className="filters">
        <Switch id="only-changes" checked={onlyChanges} onChange={setOnlyChanges} />
        <label htmlFor="only-changes">{texts.onlyChanges}</label>
      </p>
      {shown.length === 0 || lines.every(({ change }) => change === 'same') ? <p role="status">{texts.same}</p> : null}
      {groups.map((group) => (
        <div key={group} className="table-wrap gap">
          <table className="receipt compared" aria-label={`${texts.against}:${labelOfGroup(group)}`}>
            <thead>
              <tr>
                <th scope="col">{labelOfGroup(group)}</th>
                <th scope="col" className="num">
                  {before.title}
                </th>
                <th scope="col" className="num">
                  {after.title}
                </th>
                <th scope="col">{texts.columns.difference}</th>
              </tr>
            </thead>
            <tbody>
              {shown
                .filter((line) => line.group === group)
                .map((line, index) => (
                  <Row key={index} line={line} nameOf={nameOf} />
                ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
};
