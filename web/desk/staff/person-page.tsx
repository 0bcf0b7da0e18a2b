import { Alert, App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { StaffView } from '../../shared/api/types';
import { today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { useMay, useMe } from '../session/api';
import { useAccount, usePerson, useSessions } from './api';
import { appointmentFields, freshAppointment } from './appointment-fields';
import { AppointmentList } from './appointment-list';
import { OneTimePassword } from './one-time-password';
import { separated } from './roles';
import { SessionList } from './session-list';
import './staff.css';
import { texts } from './texts';

const AccountPanel = ({ person }: { readonly person: StaffView }) => {
  const account = useAccount(person.id);
  const [password, setPassword] = useState('');
  const { send } = useToldSending();
  const tell = (work: () => Promise<unknown>): void => void send(work, texts.done);
  return (
    <>
      {password ? <OneTimePassword login={person.login} password={password} close={() => setPassword('')} /> : null}
      <section className="panel">
        <h2>{texts.account}</h2>
        <div className="form-foot">
          <Popconfirm
            title={texts.resetConfirm}
            okText={texts.reset}
            cancelText="不重置"
            onConfirm={() => tell(() => account.reset().then((answer) => setPassword(answer.password)))}
          >
            <Button>{texts.reset}</Button>
          </Popconfirm>
          {person.active ? (
            <Popconfirm
              title={texts.deactivateConfirm}
              okText={texts.deactivate}
              cancelText="不停用"
              onConfirm={() => tell(() => account.setActive(false))}
            >
              <Button danger>{texts.deactivate}</Button>
            </Popconfirm>
          ) : (
            <Button onClick={() => tell(() => account.setActive(true))}>{texts.activate}</Button>
          )}
        </div>
      </section>
    </>
  );
};

const Managed = ({ person }: { readonly person: StaffView }) => {
  const account = useAccount(person.id);
  const sessions = useSessions(person.id);
  const { division } = useMe().current;
  const { message } = App.useApp();
  const held = person.appointments.filter(({ validTo }) => validTo === null || validTo >= today());
  const hint = held.some(({ role }) => role === 'administrator')
    ? separated(['administrator'], 'townshipClerk')
    : separated(
        held.map(({ role }) => role),
        'administrator',
      );
  return (
    <>
      <section className="panel">
        <h2>{texts.appointments}</h2>
        <AppointmentList person={person} end={account.end} />
      </section>
      <section className="panel">
        <h2>{texts.grant}</h2>
        {hint ? <Alert type="info" className="gap" title={hint} /> : null}
        <PlainForm
          id={`grant-${person.id}`}
          fields={appointmentFields(division)}
          initial={freshAppointment(division)}
          submit={texts.grant}
          send={account.grant}
          done={() => void message.success(texts.granted)}
        />
      </section>
      <AccountPanel person={person} />
      <section className="panel">
        <h2>{texts.sessions}</h2>
        <AsyncView query={sessions} rows={2}>
          {(list) => <SessionList sessions={list} revoke={account.revoke} />}
        </AsyncView>
      </section>
    </>
  );
};

const Body = ({ person }: { readonly person: StaffView }) => {
  const me = useMe();
  const manages = useMay('staff.manage') && me.staffId !== person.id;
  return (
    <Page
      title={person.name}
      crumbs={[{ label: texts.admin }, { label: texts.title, to: '/admin/staff' }, { label: person.login }]}
      aside={person.active ? <Tag tone="good">{texts.active}</Tag> : <Tag tone="late">{texts.inactive}</Tag>}
    >
      {manages ? (
        <Managed person={person} />
      ) : (
        <section className="panel">
          <h2>{texts.appointments}</h2>
          <AppointmentList person={person} />
        </section>
      )}
    </Page>
  );
};

const PersonPage = () => {
  const { staffId = '' } = useParams();
  return <AsyncView query={usePerson(staffId)}>{(person) => <Body key={person.id} person={person} />}</AsyncView>;
};

export { PersonPage as Component };
