import { App, Button, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useLogOut, useMe, useSwitchAppointment } from '../session/api';
import { texts } from '../session/texts';
import { texts as visits } from '../visits/texts';

/** Office and role in use; with several appointments they are switched here. */
export const WhoAmI = ({ help }: { readonly help: () => void }) => {
  const me = useMe();
  const navigate = useNavigate();
  const { message, modal } = App.useApp();
  const { send } = useToldSending();
  const change = useSwitchAppointment();
  const logOut = useLogOut();
  const choose = (appointmentId: string): void =>
    void send(async () => {
      const { current } = await change.mutateAsync(appointmentId);
      void navigate('/');
      void message.success(texts.switched(current.divisionName, current.roleLabel));
    });
  const leave = async (): Promise<void> => {
    const { unsent } = await import('../visits/offline/phone');
    const count = await unsent(me.staffId);
    if (count === 0) return logOut.mutate();
    const { title, content, anyway: okText, stay: cancelText } = visits.logOut;
    void modal.confirm({ title: title(count), content, okText, cancelText, onOk: () => logOut.mutate() });
  };
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
      <Link className="me" to="/me" title="本人的任职、密码和登录">
        {me.name}
      </Link>
      <Button type="text" onClick={help} className="help">
        帮助
      </Button>
      <Button type="text" onClick={() => void leave()} loading={logOut.isPending}>
        退出
      </Button>
    </div>
  );
};
