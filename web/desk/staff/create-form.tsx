import { useState } from 'react';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useMe } from '../session/api';
import { useCreate } from './api';
import { appointmentFields, freshAppointment, personFields } from './appointment-fields';
import { OneTimePassword } from './one-time-password';
import { texts } from './texts';

export const CreateForm = () => {
  const { division } = useMe().current;
  const create = useCreate();
  const [made, setMade] = useState<{ readonly login: string; readonly password: string }>();
  return (
    <>
      {made ? <OneTimePassword {...made} close={() => setMade(undefined)} /> : null}
      <section className="panel">
        <h2>{texts.create}</h2>
        <p className="quiet small">{texts.createHint}</p>
        <PlainForm
          id="staff"
          fields={[...personFields, ...appointmentFields(division)]}
          initial={freshAppointment(division)}
          submit={texts.create}
          send={async (values) => {
            const { password } = await create(values);
            setMade({ login: values['login'] ?? '', password });
          }}
        >
          <p className="quiet small">{texts.separation}</p>
        </PlainForm>
      </section>
    </>
  );
};
