import { Button } from 'antd';
import { showInstant } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { texts } from './texts';

interface SessionRow {
  readonly id: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current?: boolean;
}

export const SessionList = ({
  sessions,
  revoke,
}: {
  readonly sessions: readonly SessionRow[];
  readonly revoke: (id: string) => Promise<unknown>;
}) => {
  const { send } = useToldSending();
  const end = (id: string): void => void send(() => revoke(id), texts.revoked);
  if (sessions.length === 0) return <p className="quiet">{texts.noSessions}</p>;
  return (
    <ul className="rows">
      {sessions.map(({ id, createdAt, lastSeenAt, current }) => (
        <li key={id}>
          <span>{`${showInstant(createdAt)} ${texts.started}`}</span>
          <span className="quiet">{`${texts.lastSeen} ${showInstant(lastSeenAt)}`}</span>
          {current ? (
            <Tag tone="accent">{texts.thisOne}</Tag>
          ) : (
            <Button className="end" size="small" onClick={() => end(id)}>
              {texts.revoke}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};
