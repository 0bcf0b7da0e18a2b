import type { ParameterView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { Tag } from '../../shared/page/tag';
import { categoryWords } from './categories';
import { sayValue } from './say-value';
import { texts } from './texts';

type Value = ParameterView['values'][number];

const ValueRow = ({ value, unit }: { readonly value: Value; readonly unit: string }) => (
  <tr>
    <td>
      <DivisionName code={value.division} />
      {value.category ? ` · ${categoryWords[value.category] ?? value.category}` : null}
    </td>
    <td>{`${showDate(value.from)}起${value.to ? `,至${showDate(value.to)}` : ''}`}</td>
    <td className="strong">{sayValue(value.value, unit)}</td>
    <td className="small">{value.reference}</td>
    <td>{value.assumed ? <Tag tone="late">{texts.assumed}</Tag> : null}</td>
  </tr>
);

/** Dated values with what they rest on; nothing is overwritten. */
export const ValueTable = ({ parameter, label }: { readonly parameter: ParameterView; readonly label?: string }) => (
  <table className="case-table plain-table values" aria-label={label ?? parameter.title}>
    <thead>
      <tr>
        {texts.columns.map((title, index) => (
          <th key={index} scope="col">
            {title || <span className="visually-hidden">{texts.assumed}</span>}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {parameter.values.map((value, index) => (
        <ValueRow key={index} value={value} unit={parameter.unitLabel} />
      ))}
    </tbody>
  </table>
);
