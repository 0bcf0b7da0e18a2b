import { Checkbox, Select } from 'antd';
import { matters } from '../../../../domain/lifecycle/matters';
import { programmes } from '../../../../domain/lifecycle/programmes';
import { useMe } from '../../session/api';
import { stageOptions } from '../names';
import { useColleagues, usePlaces } from './api';
import { matterKinds, placesAbove, type CaseFilters, type FilterName } from './filters';
import { texts } from './texts';

interface Props {
  readonly filters: CaseFilters;
  readonly set: (changes: Partial<Record<FilterName, string>>) => void;
}

interface Choice {
  readonly name: FilterName;
  readonly label: string;
  readonly width: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** Choices that are the same for everybody. */
const fixed: readonly Choice[] = [
  { name: 'stage', label: texts.stage, width: 150, options: [{ value: '', label: texts.allStages }, ...stageOptions] },
  {
    name: 'programme',
    label: texts.programme,
    width: 110,
    options: [
      { value: '', label: texts.allProgrammes },
      ...Object.entries(programmes).map(([value, { label }]) => ({ value, label })),
    ],
  },
  // Integer-like keys of an object come first, so the order is written out.
  {
    name: 'due',
    label: texts.due,
    width: 120,
    options: ['', 'overdue', '0', '3', '7'].map((value) => ({ value, label: texts.dueChoices[value] ?? value })),
  },
  {
    name: 'matter',
    label: texts.matter,
    width: 120,
    options: [
      { value: '', label: texts.allMatters },
      ...matterKinds.map((value) => ({ value, label: matters[value].label })),
    ],
  },
  {
    name: 'open',
    label: texts.state,
    width: 130,
    options: Object.entries(texts.states).map(([value, label]) => ({ value, label })),
  },
];

const useOwnChoices = (division: string): readonly Choice[] => {
  const { data } = useColleagues();
  const places = usePlaces(placesAbove(useMe().current.division, division));
  const people = new Map(data?.colleagues.map(({ id, name, divisionName }) => [id, `${name}(${divisionName})`]));
  return [
    {
      name: 'division',
      label: texts.place,
      width: 150,
      options: [
        { value: '', label: texts.allPlaces },
        ...places.map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
    {
      name: 'assignee',
      label: texts.assignee,
      width: 150,
      options: [
        { value: '', label: texts.everybody },
        { value: 'me', label: texts.me },
        ...[...people].map(([value, label]) => ({ value, label })),
      ],
    },
  ];
};

/** What the list is narrowed to; every choice stands in the address. */
export const FilterBar = ({ filters, set }: Props) => (
  <>
    {[...fixed, ...useOwnChoices(filters.division)].map(({ name, label, width, options }) => (
      <Select
        key={name}
        aria-label={label}
        value={filters[name]}
        style={{ width }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        onChange={(next: string) => set({ [name]: next })}
      />
    ))}
    <Checkbox
      checked={filters.emergency === 'true'}
      onChange={({ target }) => set({ emergency: target.checked ? 'true' : '' })}
    >
      {texts.onlyEmergency}
    </Checkbox>
  </>
);
