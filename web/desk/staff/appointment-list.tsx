import { Button, Input } from 'antd';
import { useState } from 'react';
import type { StaffView } from '../../shared/api/types';
import { showDate, today } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { texts } from './texts';

type Held = StaffView['appointments'][number];

const EndForm = ({ held, end }: { readonly held: Held; readonly end: (lastDay: string) => Promise<unknown> }) => {
  const [lastDay, setLastDay] = useState(today());
  const [open, setOpen] = useState(false);
  const { send } = useToldSending();
  const words = `${held.divisionName}${held.roleLabel}`;
  if (!open)
    return (
      <Button className="end" size="small" aria-label={`${texts.end}:${words}`} onClick={() => setOpen(true)}>
        {texts.end}
      </Button>
    );
  return (
    <span className="inline-form end">
      <Input
        type="date"
        aria-label={`${words}的${texts.lastDay}`}
        value={lastDay}
        className="date"
        onChange={({ target }) => setLastDay(target.value)}
      />
      <Button danger onClick={() => void send(() => end(lastDay), texts.ended)}>
        {texts.end}
      </Button>
    </span>
  );
};

export const AppointmentList = ({
  person,
  end,
}: {
  readonly person: StaffView;
  readonly end?: (appointmentId: string, lastDay: string) => Promise<unknown>;
}) => (
  <ul className="rows">
    {person.appointments.map((held) => {
      const over = held.validTo !== null && held.validTo < today();
      return (
        <li key={held.id}>
          <span className="strong">{`${held.divisionName} ${held.roleLabel}`}</span>
          <span className="quiet">
            {`${showDate(held.validFrom)}${texts.since}${held.validTo ? `,至${showDate(held.validTo)}` : ''}`}
          </span>
          {over ? <Tag>{texts.over}</Tag> : null}
          {end && !over ? <EndForm held={held} end={(lastDay) => end(held.id, lastDay)} /> : null}
        </li>
      );
    })}
  </ul>
);
