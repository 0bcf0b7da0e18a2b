import { Input, Select } from 'antd';
import { showDate, today } from '../../../../shared/format/dates';
import { described, Field } from '../../../../shared/schema-form/field';
import { relationWords } from '../../../cases/names';
import { useMe } from '../../../session/api';
import { texts } from '../../texts';
import { Picture } from '../picture';
import type { StepProps } from './step';

const words = texts.arrive;

const Household = ({ visit: { pack } }: Pick<StepProps, 'visit'>) => (
  <dl className="facts-list">
    <dt>{words.address}</dt>
    <dd>{pack.address ?? words.none}</dd>
    <dt>{words.phone}</dt>
    <dd>{pack.phone ?? words.none}</dd>
    <dt>{words.people}</dt>
    <dd>
      {pack.members.map(({ personId, name, relation, age }) => (
        <div key={personId}>{`${name} ${relationWords[relation] ?? relation} ${age}岁`}</div>
      ))}
    </dd>
  </dl>
);

const LastTime = ({ visit: { pack, phone } }: Pick<StepProps, 'visit'>) => (
  <>
    {pack.last ? (
      <>
        <h3>{words.last(showDate(pack.last.on))}</h3>
        <p>{pack.last.findings}</p>
      </>
    ) : null}
    {pack.photos.length > 0 ? (
      <>
        <h3>{words.photos}</h3>
        <div className="visit-pictures">
          {pack.photos.map(({ id, name }) => (
            <Picture key={id} vault={phone.vault} id={id} alt={name} />
          ))}
        </div>
      </>
    ) : null}
  </>
);

/** Where, who, and what was there last time; who came along. */
export const ArriveStep = ({ visit }: StepProps) => {
  const me = useMe();
  const { pack, sheet, change } = visit;
  const colleagues = pack.colleagues
    .filter(({ id }) => id !== me.staffId)
    .map(({ id, name, divisionName, roleLabel }) => ({ value: id, label: `${name}(${divisionName}${roleLabel})` }));
  return (
    <>
      <Household visit={visit} />
      <Field id="visited-on" label={words.on} required>
        <Input
          {...described('visited-on', undefined)}
          type="date"
          size="large"
          max={today()}
          value={sheet.visitedOn}
          onChange={({ target }) => target.value && change({ visitedOn: target.value })}
        />
      </Field>
      <h3>{words.second}</h3>
      <p className="quiet small">{words.secondHint}</p>
      <Field id="second" label={words.colleague} required={false}>
        <Select
          {...described('second', undefined)}
          size="large"
          allowClear
          value={sheet.second.staffId ?? null}
          options={colleagues}
          placeholder={words.colleague}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(staffId: string | undefined) => change({ second: staffId ? { staffId } : {} })}
        />
      </Field>
      <Field id="second-name" label={words.name} required={false}>
        <Input
          {...described('second-name', undefined)}
          size="large"
          maxLength={60}
          value={sheet.second.name ?? ''}
          onChange={({ target }) => change({ second: target.value === '' ? {} : { name: target.value } })}
        />
      </Field>
      <LastTime visit={visit} />
    </>
  );
};
