import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import type { Column } from './case-table';

const nameOf = (list: string): string => `columns.${list}`;

const read = (list: string): readonly string[] => {
  const kept = localStorage.getItem(nameOf(list));
  return kept === null || kept === '' ? [] : kept.split(',');
};

/** Which columns of a list are shown, kept in this browser; none means all of them. */
export const useColumnChoice = (list: string) => {
  const [chosen, setChosen] = useState(() => read(list));
  const choose = (keys: readonly string[]): void => {
    localStorage.setItem(nameOf(list), keys.join(','));
    setChosen(keys);
  };
  return [chosen, choose] as const;
};

/** The columns shown, in the order of the list; names that it does not know any more are passed over. */
export const chosenOf = <Row,>(columns: readonly Column<Row>[], chosen: readonly string[]): readonly Column<Row>[] => {
  const known = columns.filter(({ key }) => chosen.includes(key));
  return known.length === 0 ? columns : known;
};

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly chosen: readonly string[];
  readonly choose: (keys: readonly string[]) => void;
}

/** A list of boxes; the first column says whose row it is and always stays. */
export const ColumnChoice = <Row,>({ columns, chosen, choose }: Props<Row>) => {
  const shown = chosenOf(columns, chosen).map(({ key }) => key);
  const boxes = columns.map(({ key, title }, at) => (
    <Checkbox
      key={key}
      checked={shown.includes(key)}
      disabled={at === 0}
      onChange={({ target }) =>
        choose(
          columns.map((column) => column.key).filter((one) => (one === key ? target.checked : shown.includes(one))),
        )
      }
    >
      {title}
    </Checkbox>
  ));
  return (
    <Popover trigger="click" placement="bottomRight" content={<div className="column-list">{boxes}</div>}>
      <Button>选择列</Button>
    </Popover>
  );
};
