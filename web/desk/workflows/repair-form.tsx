import { App, Button, Input } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../shared/api/problem';
import { described, Field } from '../../shared/schema-form/field';
import { useMay } from '../session/api';
import { useRepair } from './api';
import { texts } from './texts';

/** The database always wins; a repair starts the workflow anew from its snapshot. */
export const RepairForm = ({ caseId }: { readonly caseId: string }) => {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const repair = useRepair(caseId);
  const may = useMay('workflow.repair');
  const { message } = App.useApp();
  if (!may) return null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason.trim().length < 4) return setProblem(texts.needReason);
    setProblem(undefined);
    repair.mutate(reason.trim(), {
      onSuccess: () => {
        setReason('');
        void message.success(texts.repaired);
      },
      onError: (error) => setProblem(asProblem(error).message),
    });
  };
  return (
    <form className="panel" onSubmit={submit} noValidate>
      <h2>{texts.repair}</h2>
      <p className="quiet small">{texts.repairHint}</p>
      <Field id="repair-reason" label={texts.repairReason} required problem={problem}>
        <Input
          {...described('repair-reason', problem)}
          value={reason}
          maxLength={300}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      <Button htmlType="submit" loading={repair.isPending}>
        {texts.repair}
      </Button>
    </form>
  );
};
