import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { accountColumns } from '../../../../domain/payments/account-file';
import { showInstant } from '../../../shared/format/dates';
import { tableTemplate, useFileForm } from '../../../shared/plain-form/use-file-form';
import { Field } from '../../../shared/schema-form/field';
import { useImportAccounts, type TakenView } from './api';
import { ImportRows } from './import-rows';
import { texts } from './texts';

const { batch: words } = texts;
const template = tableTemplate(accountColumns);

const Taken = ({ taken }: { readonly taken: TakenView }) => {
  const wrong = taken.lines.filter(({ outcome }) => outcome !== 'kept');
  return (
    <div role="status">
      {taken.again ? <p>{words.again(showInstant(taken.takenAt))}</p> : null}
      <p className="strong">{words.done(taken.kept, taken.repeated, taken.failed)}</p>
      {wrong.length === 0 ? null : <ImportRows rows={wrong} />}
      <p>
        <Link to={`/payments/accounts?tab=imports&import=${taken.id}`}>{words.toImport}</Link>
      </p>
    </div>
  );
};

/** A file of accounts, and line by line what became of it; of card numbers the last four digits. */
export const ImportForm = () => {
  const bring = useImportAccounts();
  const [taken, take] = useState<TakenView>();
  const { file, problem, busy, onSubmit } = useFileForm({
    send: async (chosen) => take(await bring(chosen)),
    noFile: words.chooseFile,
  });
  return (
    <form noValidate aria-label={words.tabs.enter} onSubmit={onSubmit}>
      <p className="quiet small">{words.importHint}</p>
      {problem ? <Alert type="error" className="gap" title={problem} /> : null}
      <Field id="accounts-file" label={words.file} required>
        <input id="accounts-file" type="file" accept=".csv,.xlsx,text/csv" ref={file} />
      </Field>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.submit}
        </Button>
        <a href={template} download="发放账户.csv">
          {words.template}
        </a>
      </div>
      {taken ? <Taken taken={taken} /> : null}
    </form>
  );
};
