import { Input, Select } from 'antd';
import { described, Field } from '../../../../shared/schema-form/field';
import { useMe } from '../../../session/api';
import { texts } from '../../texts';
import { Choices } from '../choices';
import type { Household, Sheet } from '../model';
import { SignatureBox } from './signature-box';
import type { StepProps } from './step';

const words = texts.sign;
const manners = [
  { value: 'signature', label: words.signature },
  { value: 'thumbprint', label: words.thumbprint },
] as const;

const secondName = ({ pack, sheet }: StepProps['visit']): string =>
  pack.colleagues.find(({ id }) => id === sheet.second.staffId)?.name ?? sheet.second.name ?? '';

/** Who of the household signs, and how. */
const Who = ({ visit: { pack, sheet, change } }: Pick<StepProps, 'visit'>) => {
  const put = (part: Partial<Household>): void => change({ household: { ...sheet.household, ...part } });
  return (
    <>
      <Field id="signer" label={words.who} required>
        <Select
          {...described('signer', undefined)}
          size="large"
          value={sheet.household.personId ?? null}
          options={pack.members.map(({ personId, name }) => ({ value: personId, label: name }))}
          onChange={(personId: string) => put({ personId })}
        />
      </Field>
      <Choices
        label={words.manner}
        value={sheet.household.manner}
        options={manners}
        change={(manner) => put({ manner })}
      />
      {sheet.household.manner === 'thumbprint' ? (
        <Field id="witness" label={words.witness} required>
          <Input
            {...described('witness', undefined)}
            size="large"
            maxLength={60}
            value={sheet.household.witness ?? ''}
            onChange={({ target }) => put({ witness: target.value })}
          />
        </Field>
      ) : null}
    </>
  );
};

/** Two investigators and one of the household, before anybody leaves. */
export const SignStep = ({ visit }: StepProps) => {
  const me = useMe();
  const { sheet, change } = visit;
  const put = (part: Sheet['signatures']): void => change({ signatures: { ...sheet.signatures, ...part } });
  return (
    <>
      <Field id="findings" label={words.findings} required hint={words.findingsHint}>
        <Input.TextArea
          {...described('findings', undefined)}
          rows={4}
          maxLength={4000}
          value={sheet.findings}
          onChange={({ target }) => change({ findings: target.value })}
        />
      </Field>
      <p className="quiet">{words.hint}</p>
      <div className="panel">
        <SignatureBox
          visit={visit}
          label={words.me(me.name)}
          again={words.again}
          signed={sheet.signatures.me}
          put={(picture) => put({ me: picture })}
        />
      </div>
      <div className="panel">
        <SignatureBox
          visit={visit}
          label={words.second(secondName(visit))}
          again={words.again}
          signed={sheet.signatures.second}
          put={(picture) => put({ second: picture })}
        />
      </div>
      <div className="panel">
        <Who visit={visit} />
        <SignatureBox
          visit={visit}
          label={words.household}
          again={words.again}
          signed={sheet.signatures.household}
          put={(picture) => put({ household: picture })}
        />
      </div>
    </>
  );
};
