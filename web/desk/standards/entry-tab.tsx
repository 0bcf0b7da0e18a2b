import { Select } from 'antd';
import { standardKinds, standards } from '../../../domain/standards/kinds';
import { oneOf } from '../../shared/api/client';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { useParameters } from '../parameters/api';
import { ProposeForm } from '../parameters/propose-form';
import { Queue } from '../parameters/queue';
import { useMay, useMe } from '../session/api';
import { texts } from './texts';

const { entry: words } = texts;
const labels = new Map(standardKinds.map((kind) => [standards[kind].parameter, standards[kind].label]));
/** The classes of the rural benefit are one parameter: which of them is chosen in its form. */
const options = [...labels].map(([value, label]) => ({
  value,
  label: value === 'dibao.class.amount' ? '农村低保分类补助' : label,
}));
const names = options.map(({ value }) => value);

const Entry = () => {
  const { division } = useMe().current;
  const [{ parameter }, set] = useUrlFilters(['parameter']);
  const id = oneOf(names, parameter) ?? 'dibao.standard.urban';
  const parameters = useParameters({ division, search: id });
  return (
    <>
      <div className="filters no-print">
        <Select
          aria-label={words.choose}
          value={id}
          options={options}
          onChange={(next: string) => set({ parameter: next })}
        />
      </div>
      <AsyncView query={parameters}>
        {(list) => {
          const found = list.find((one) => one.id === id);
          return found ? <ProposeForm key={id} parameter={found} /> : null;
        }}
      </AsyncView>
    </>
  );
};

/** One way to enter values, the parameters' own; here with the standards alone. */
export const EntryTab = () => (
  <>
    <Queue />
    {useMay('parameter.propose') ? <Entry /> : <p className="quiet">{words.none}</p>}
  </>
);
