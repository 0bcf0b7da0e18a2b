import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDate } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { useChange } from '../../shared/plain-form/use-change';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { decideItem, KEY, type ItemView, type ListView } from './api';
import { texts } from './texts';

const { one: words } = texts;

interface Props {
  readonly list: ListView;
  readonly item: ItemView;
  readonly mayDecide: boolean;
}

const Decide = ({ list, item, name }: Omit<Props, 'mayDecide'> & { readonly name: string }) => {
  const [note, setNote] = useState(item.note ?? '');
  const change = useChange([KEY]);
  const { send } = useToldSending();
  const give = async (decision: 'noChange' | 'matter' | 'note'): Promise<void> => {
    const decided = {
      listId: list.id,
      itemId: item.id,
      expectedVersion: list.version,
      decision,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    await send(() => change(decided, (key) => decideItem(key, decided)), words.decided);
  };
  const matter = item.matterKind === null ? undefined : words.matters[item.matterKind];
  return (
    <div className="dynamics-decide no-print">
      <Input
        size="small"
        aria-label={words.noteOf(name)}
        placeholder={words.note}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button size="small" aria-label={words.decide(words.noChange, name)} onClick={() => void give('noChange')}>
        {words.noChange}
      </Button>
      {matter ? (
        <Button size="small" aria-label={words.decide(matter, name)} onClick={() => void give('matter')}>
          {matter}
        </Button>
      ) : null}
      <Button size="small" aria-label={words.decide(words.noted, name)} onClick={() => void give('note')}>
        {words.noted}
      </Button>
    </div>
  );
};

export const ItemRow = ({ list, item, mayDecide }: Props) => {
  const name = `${item.kindLabel} ${item.personName ?? item.applicantName}`;
  return (
    <tr>
      <td>{item.kindLabel}</td>
      <td>
        <Link to={`/cases/${item.caseId}`}>{item.personName ?? item.applicantName}</Link>
        <div className="quiet small">{item.number}</div>
      </td>
      <td>{showDate(item.onDate)}</td>
      <td className="small">{item.todo}</td>
      <td>
        {item.decisionLabel ? <Tag tone="good">{item.decisionLabel}</Tag> : null} {item.note}
        {mayDecide && item.decision !== 'matter' ? <Decide list={list} item={item} name={name} /> : null}
      </td>
    </tr>
  );
};
