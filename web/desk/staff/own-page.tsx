import { App } from 'antd';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { useMe } from '../session/api';
import { useOwnAccount, useOwnSessions } from './api';
import { SessionList } from './session-list';
import './staff.css';
import { texts } from './texts';

const OwnPage = () => {
  const me = useMe();
  const account = useOwnAccount();
  const sessions = useOwnSessions();
  const { message } = App.useApp();
  return (
    <Page title={me.name} crumbs={[{ label: texts.self }]}>
      <section className="panel">
        <h2>{texts.ownAppointments}</h2>
        <ul className="rows">
          {me.appointments.map(({ id, divisionName, roleLabel, validFrom }) => (
            <li key={id}>
              <span className="strong">{`${divisionName} ${roleLabel}`}</span>
              <span className="quiet">{`${showDate(validFrom)}${texts.since}`}</span>
              {id === me.current.id ? <Tag tone="accent">正在使用</Tag> : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>{texts.changePassword}</h2>
        <PlainForm
          id="own-password"
          secret
          fields={[
            { name: 'current', label: texts.current, type: 'secret', required: true },
            { name: 'next', label: texts.next, type: 'secret', required: true, hint: texts.nextHint },
          ]}
          submit={texts.changePassword}
          send={account.changePassword}
          done={() => void message.success(texts.changed)}
        />
      </section>
      <section className="panel">
        <h2>{texts.sessions}</h2>
        <AsyncView query={sessions} rows={2}>
          {(list) => <SessionList sessions={list} revoke={account.revoke} />}
        </AsyncView>
      </section>
    </Page>
  );
};

export { OwnPage as Component };
