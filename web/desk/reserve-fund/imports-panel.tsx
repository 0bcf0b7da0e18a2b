import { sayMonth } from '../../../domain/civil-date';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { directColumns } from '../../../domain/reserve-fund/direct-row';
import { today } from '../../shared/format/dates';
import { Field } from '../../shared/schema-form/field';
import { useChange } from '../../shared/plain-form/use-change';
import { tableTemplate, useFileForm } from '../../shared/plain-form/use-file-form';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { importFile, RESERVE, useImports, type ImportView } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { imports: words } = texts;
const template = tableTemplate(directColumns);

const ImportForm = () => {
  const { division } = useMe().current;
  const [month, setMonth] = useState(today().slice(0, 7));
  const change = useChange([RESERVE, 'funds']);
  const { message } = App.useApp();
  const { file, problem, busy, onSubmit } = useFileForm({
    send: async (chosen) => {
      const asked = { month, name: chosen.name, size: chosen.size, modified: chosen.lastModified };
      const { kept, repeated, failed } = await change(asked, (key) => importFile(division, month, chosen, key));
      void message.success(words.done(kept, repeated, failed));
    },
    noFile: words.chooseFile,
    lacking: month === '' ? words.chooseMonth : undefined,
  });
  return (
    <form className="panel no-print" noValidate onSubmit={onSubmit}>
      <h2>{words.enter}</h2>
      <p className="quiet small">{words.hint}</p>
      {problem ? <Alert type="error" className="gap" title={problem} /> : null}
      <div className="fact-row">
        <Field id="direct-month" label={words.month} required>
          <input
            id="direct-month"
            type="month"
            className="ant-input"
            value={month}
            onChange={({ target }) => setMonth(target.value)}
          />
        </Field>
        <Field id="direct-file" label={words.file} required>
          <input id="direct-file" type="file" accept=".csv,.xlsx,text/csv" ref={file} />
        </Field>
      </div>
      <div className="form-foot">
        <Button type="primary" htmlType="submit" loading={busy}>
          {words.submit}
        </Button>
        <a href={template} download="直接救助模板.csv">
          {words.template}
        </a>
      </div>
    </form>
  );
};

const Row = ({ row }: { readonly row: ImportView }) => (
  <tr>
    <td>{sayMonth(row.month)}</td>
    <td>{row.fileName}</td>
    <td>{words.done(row.kept, row.repeated, row.failed)}</td>
    <td>
      {row.findings.length === 0 ? (
        '—'
      ) : (
        <ul>
          {row.findings.map(({ line, field, message }) => (
            <li key={`${line}${field}`}>{words.finding(line, field, message)}</li>
          ))}
        </ul>
      )}
    </td>
  </tr>
);

/** The county's monthly file of what was given directly, and what became of each line. */
export const ImportsPanel = () => {
  const mayImport = useMay('directGrant.import');
  const query = useImports();
  return (
    <>
      {mayImport ? <ImportForm /> : null}
      <AsyncView query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </PlainTable>
              <MoreButton pages={query} label={texts.funds.more} />
            </>
          );
        }}
      </AsyncView>
    </>
  );
};
