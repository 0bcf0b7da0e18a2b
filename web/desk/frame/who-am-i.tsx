import { App, Button, Select } from 'antd';
import { useNavigate } from 'react-router';
import { asProblem } from '../../shared/api/problem';
import { useLogOut, useMe, useSwitchAppointment } from '../session/api';
import { texts } from '../session/texts';

/** Office and role in use; with several appointments they are switched here. */
export const WhoAmI = ({ help }: { readonly help: () => void }) => {
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const change = useSwitchAppointment();
  const logOut = useLogOut();
  const choose = (appointmentId: string): void =>
    change.mutate(appointmentId, {
      onSuccess: ({ current }) => {
        void navigate('/');
        void message.success(texts.switched(current.divisionName, current.roleLabel));
      },
      onError: (error) => void message.error(asProblem(error).message),
    });
  return (
    <div className="who">
      {me.appointments.length > 1 ? (
        <Select
          aria-label="当前任职"
          value={me.current.id}
          loading={change.isPending}
          popupMatchSelectWidth={false}
          options={me.appointments.map(({ id, divisionName, roleLabel }) => ({
            value: id,
            label: `${divisionName} ${roleLabel}`,
          }))}
          onChange={choose}
        />
      ) : (
        <span className="office">{`${me.current.divisionName} ${me.current.roleLabel}`}</span>
      )}
      <span className="me">{me.name}</span>
      <Button type="text" onClick={help} className="help">
        帮助
      </Button>
      <Button type="text" onClick={() => logOut.mutate()} loading={logOut.isPending}>
        退出
      </Button>
    </div>
  );
};
