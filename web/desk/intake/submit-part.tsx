import { Checkbox, Radio, Select } from 'antd';
import { described, Field } from '../../shared/schema-form/field';
import { memberChoices } from './list-part';
import type { PartProps } from './part-props';
import { texts } from './texts';

const scopes = [
  { value: 'wholeHousehold', label: '整户' },
  { value: 'singlePerson', label: '单人户(家庭中一人)' },
];

export const SubmitPart = ({ content, change, problems }: PartProps) => (
  <>
    <Field id="beneficiaryScope" label={texts.scope} required group>
      <Radio.Group
        value={content.beneficiaryScope}
        options={scopes}
        onChange={({ target }) => change({ beneficiaryScope: target.value as string })}
      />
    </Field>
    {content.beneficiaryScope === 'singlePerson' ? (
      <Field id="beneficiary" label={texts.beneficiary} required problem={problems['beneficiary']}>
        <Select
          {...described('beneficiary', problems['beneficiary'])}
          value={content.beneficiary ?? null}
          options={memberChoices(content)}
          placeholder="请选择"
          onChange={(beneficiary: string) => change({ beneficiary })}
        />
      </Field>
    ) : null}
    <div className={problems['promise'] ? 'field field-wrong' : 'field'}>
      <Checkbox
        id="promise"
        checked={content.promise === true}
        onChange={({ target }) => change({ promise: target.checked })}
      >
        {texts.promise}
      </Checkbox>
      {problems['promise'] ? <div className="field-problem">{problems['promise']}</div> : null}
    </div>
  </>
);
