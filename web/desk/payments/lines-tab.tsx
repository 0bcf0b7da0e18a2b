import { Select } from 'antd';
import { lineStates } from '../../../domain/payments/lines';
import { filled, oneOf } from '../../shared/api/client';
import { useUrlFilters } from '../../shared/url-filters';
import { LinesTable } from './lines-table';
import type { RunTabProps } from './tabs';
import { texts } from './texts';

const { lines: words } = texts;
const states = Object.keys(lineStates) as (keyof typeof lineStates)[];
const options = [
  { value: '', label: words.allStates },
  ...states.map((value) => ({ value, label: lineStates[value].label })),
];

const LinesTab = ({ run }: RunTabProps) => {
  const [{ state, township }, set] = useUrlFilters(['state', 'township']);
  const places = [
    { value: '', label: words.township },
    ...run.places.map((place) => ({ value: place.township, label: place.name })),
  ];
  return (
    <>
      <div className="filters no-print">
        <Select
          aria-label={words.township}
          value={township}
          style={{ width: 180 }}
          options={places}
          onChange={(next) => set({ township: next })}
        />
        <Select
          aria-label={words.state}
          value={state}
          style={{ width: 160 }}
          options={options}
          onChange={(next) => set({ state: next })}
        />
      </div>
      <LinesTable runId={run.id} caption={words.caption} filters={filled({ township, state: oneOf(states, state) })} />
    </>
  );
};

export default LinesTab;
