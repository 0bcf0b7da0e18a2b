import { Input, Radio, Select } from 'antd';
import { described, Field } from '../../shared/schema-form/field';
import { useMe } from '../session/api';
import { FactFields } from '../facts/fact-fields';
import { useChildren } from './api';
import type { PartProps } from './part-props';
import { problemsOf } from './part-props';

const areas = [
  { value: 'urban', label: '城市' },
  { value: 'rural', label: '农村' },
];
const routes = [
  { value: 'hukou', label: '户籍地申请' },
  { value: 'residencePermit', label: '居住地申请(持居住证)' },
  { value: 'severalHukou', label: '家庭成员户籍不在一处' },
];
const ways = [
  { value: 'self', label: '本人申请' },
  { value: 'village', label: '委托村(社区)代为申请' },
  { value: 'delegate', label: '委托他人申请' },
];

const Place = ({ content, change, problems }: PartProps) => {
  const office = useMe().current.division;
  const township = office.length >= 9 ? office.slice(0, 9) : content.division.slice(0, 9);
  const { data } = useChildren(township, township.length === 9);
  const { data: above } = useChildren(office.slice(0, 6), office.length < 9);
  const villages = (data?.divisions ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const townships = (above?.divisions ?? []).map(({ code, name }) => ({ value: `${code}000`, label: name }));
  const options = office.length < 9 ? townships : [{ value: `${township}000`, label: '(村、社区未定)' }, ...villages];
  return (
    <Field
      id="division"
      label={office.length < 9 ? '申请地乡镇(街道)' : '村(社区)'}
      required
      problem={problems['division']}
    >
      <Select
        {...described('division', problems['division'])}
        value={content.division || null}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        disabled={office.length === 12}
        onChange={(division: string) => change({ division })}
      />
    </Field>
  );
};

/** What applying for somebody who cannot come asks for. */
const wayHints: Readonly<Record<string, string>> = {
  village:
    '申请人行动不便等确有困难的,可委托村(居)民委员会代为申请。须有申请人签字(按手印)的委托书,请在“材料与签字”上传。',
  delegate:
    '申请人行动不便等确有困难的,可委托他人代为申请。请填写受托人,并在“材料与签字”上传申请人签字(按手印)的委托书。',
};

const delegation = [
  { name: 'name', label: '受托人姓名', type: 'text', required: true },
  { name: 'relation', label: '与申请人关系', type: 'text' },
  { name: 'phone', label: '受托人电话', type: 'text' },
  { name: 'paper', label: '委托书(日期、见证)', type: 'text', required: true },
] as const;

export const ApplicationPart = (props: PartProps) => {
  const { content, change, problems } = props;
  return (
    <>
      <div className="fact-row">
        <Place {...props} />
        <Field id="area" label="城乡" required problem={problems['area']} group>
          <Radio.Group
            id="area"
            value={content.area}
            options={areas}
            onChange={({ target }) => change({ area: target.value as string })}
          />
        </Field>
        <Field id="phone" label="联系电话" problem={problems['phone']}>
          <Input
            {...described('phone', problems['phone'])}
            value={content.phone ?? ''}
            onChange={({ target }) => change({ phone: target.value })}
          />
        </Field>
      </div>
      <Field id="address" label="住址" required problem={problems['address']}>
        <Input
          {...described('address', problems['address'])}
          maxLength={200}
          value={content.address ?? ''}
          onChange={({ target }) => change({ address: target.value })}
        />
      </Field>
      <Field id="route" label="申请途径" required group>
        <Radio.Group
          value={content.route}
          options={routes}
          onChange={({ target }) => change({ route: target.value as string })}
        />
      </Field>
      <Field
        id="applyingThrough"
        label="申请方式"
        required
        group
        {...(wayHints[content.applyingThrough] ? { hint: wayHints[content.applyingThrough] } : {})}
      >
        <Radio.Group
          value={content.applyingThrough}
          options={ways}
          onChange={({ target }) => change({ applyingThrough: target.value as string })}
        />
      </Field>
      {content.applyingThrough === 'delegate' ? (
        <FactFields
          id="delegation"
          fields={delegation}
          value={content.delegation ?? {}}
          members={[]}
          problems={problemsOf(problems, 'delegation')}
          change={(next) => change({ delegation: next })}
        />
      ) : null}
    </>
  );
};
