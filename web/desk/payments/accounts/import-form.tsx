import { Alert, Button } from 'antd';
import { useState } from 'react';
import { accountColumns } from '../../../../domain/payments/account-file';
import { PlainTable } from '../../../shared/page/plain-table';
import { tableTemplate, useFileForm } from '../../../shared/plain-form/use-file-form';
import { Field } from '../../../shared/schema-form/field';
import { useImportAccounts, type ImportView } from './api';
import { texts } from './texts';

const { batch: words } = texts;
const template = tableTemplate(accountColumns);

const Taken = ({ taken }: { readonly taken: ImportView }) => {
  const wrong = taken.lines.filter(({ outcome }) => outcome !== 'kept');
  return (
    <div role="status">
      <p className="strong">{words.done(taken.kept, taken.repeated, taken.failed)}</p>
      {wrong.length === 0 ? null : (
        <PlainTable caption={words.lines} columns={words.lineColumns}>
          {wrong.map(({ line, field, message }) => (
            <tr key={`${line}${field}`}>
              <td className="num">{line}</td>
              <td>{field || '—'}</td>
              <td>{message}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </div>
  );
};

/** A file of accounts, and line by line what became of it; of the numbers nothing is shown or kept. */
export const ImportForm = () => {
  const bring = useImportAccounts();
  const [taken, take] = useState<ImportView>();
  const { file, problem, busy, onSubmit } = useFileForm({
    send: async (chosen) => take(await bring(chosen)),
    noFile: words.chooseFile,
  });
  return (
    <form noValidate aria-label={words.openImport} onSubmit={onSubmit}>
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
