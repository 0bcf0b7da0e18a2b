import { showInstant } from '../../shared/format/dates';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import type { RunTabProps } from './tabs';
import { texts } from './texts';

const { history: words } = texts;

/** Who did what with the run, and what it did by itself; the newest first. */
const HistoryTab = ({ run }: RunTabProps) => {
  if (run.history.length === 0) return <EmptyState title={words.none} />;
  return (
    <PlainTable caption={words.caption} columns={words.columns}>
      {[...run.history].reverse().map(({ sequence, at, says, place, who, role, note, state }) => (
        <tr key={sequence}>
          <td>{showInstant(at)}</td>
          <td>
            {says}
            {place ? <div className="quiet small">{place}</div> : null}
          </td>
          <td>
            {who ?? role}
            {who ? <div className="quiet small">{role}</div> : null}
          </td>
          <td>
            {note}
            <div className="quiet small">{state.label}</div>
          </td>
        </tr>
      ))}
    </PlainTable>
  );
};

export default HistoryTab;
