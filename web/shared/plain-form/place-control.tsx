import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, dataOf } from '../api/client';
import { DivisionName } from '../page/division-name';
import './plain-form.css';

const LENGTHS = [2, 4, 6, 9, 12] as const;
const LEVELS: Readonly<Record<number, string>> = { 4: '州市', 6: '县市区', 9: '乡镇街道', 12: '村社区' };

interface Props {
  readonly id: string;
  readonly label: string;
  /** The place above all that can be chosen. */
  readonly root: string;
  readonly value: string;
  readonly problem?: string | undefined;
  /** Digits of the smallest place: 9 = township. */
  readonly deepest?: number;
  readonly change: (code: string) => void;
}

const useChildren = (parent: string) =>
  useQuery({
    queryKey: ['divisions', parent],
    queryFn: () => dataOf(api.GET('/api/v1/divisions', { params: { query: { parent } } })),
    staleTime: Infinity,
  });

const Step = ({
  parent,
  value,
  ...rest
}: {
  readonly parent: string;
  readonly value: string;
  readonly id: string | undefined;
  readonly label: string;
  readonly wrong: boolean;
  readonly change: (code: string) => void;
}) => {
  const { data, isLoading } = useChildren(parent);
  const options = (data?.divisions ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const level = LEVELS[options[0]?.value.length ?? 0];
  const chosen = options.find((option) => value.startsWith(option.value))?.value;
  if (!isLoading && options.length === 0) return null;
  return (
    <Select
      {...(rest.id ? { id: rest.id } : {})}
      aria-label={`${rest.label}:${level ?? '下级'}`}
      {...(chosen ? { value: chosen } : {})}
      placeholder={`选择${level ?? '下级'}`}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={isLoading}
      options={options}
      {...(rest.wrong ? { status: 'error' as const } : {})}
      onChange={(next: string | undefined) => rest.change(next ?? parent)}
    />
  );
};

/** A place at or below the own one, level by level; what is chosen so far is the place. */
export const PlaceControl = ({ id, label, root, value, problem, deepest = 9, change }: Props) => {
  const code = value.startsWith(root) ? value : root;
  const parents = LENGTHS.filter((length) => length >= root.length && length < deepest && length <= code.length).map(
    (length) => code.slice(0, length),
  );
  return (
    <div className="place">
      <span className="strong">
        <DivisionName code={root} />
      </span>
      {parents.map((parent, index) => (
        <Step
          key={parent}
          id={index === 0 ? id : undefined}
          label={label}
          parent={parent}
          value={code}
          wrong={problem !== undefined}
          change={change}
        />
      ))}
    </div>
  );
};
