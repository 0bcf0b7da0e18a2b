import { showYuan } from '../../../shared/format/money';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { useMay } from '../../session/api';
import { AnswerButton } from '../by-hand/answer-form';
import type { RunTabProps } from '../tabs';
import { contentOf, useFiles, type FileView } from './api';
import { ReturnUpload } from './return-upload';
import { Returns } from './returns';
import { texts } from './texts';

const { files: words } = texts;

const Answers = ({ runId, file }: { readonly runId: string; readonly file: FileView }) => (
  <>
    {file.states.map(({ state, label, lines }) => (
      <div key={state}>{words.state(label, lines)}</div>
    ))}
    {file.answered ? null : <div className="quiet">{words.unanswered}</div>}
    {file.missing > 0 ? <Tag tone="late">{words.missing(file.missing)}</Tag> : null}
    {file.states.some(({ state }) => state === 'sent' || state === 'uncertain') ? (
      <AnswerButton runId={runId} scope={{ fileId: file.id }} name={file.name} />
    ) : null}
  </>
);

interface RowProps {
  readonly runId: string;
  readonly file: FileView;
  readonly may: boolean;
}

const Row = ({ runId, file, may }: RowProps) => (
  <tr>
    <td>
      {file.name}
      <div className="quiet small">{words.hash(file.sha256)}</div>
      {file.assumed ? (
        <div className="small">
          <Tag tone="late">{words.assumed}</Tag> {file.formatLabel}
        </div>
      ) : null}
    </td>
    <td>{file.bankLabel}</td>
    <td className="num">{file.lines}</td>
    <td className="num">{showYuan(file.amount)}</td>
    <td className="small">
      <Answers runId={runId} file={file} />
    </td>
    <td>
      {may ? (
        <a href={contentOf(file.id)} download={file.name} aria-label={words.downloadOf(file.name)}>
          {words.download}
        </a>
      ) : (
        <span className="quiet small">{words.financeOnly}</span>
      )}
    </td>
  </tr>
);

/** What the run handed to the banks, and what came back. */
const FilesTab = ({ run }: RunTabProps) => {
  const files = useFiles(run.id);
  const may = useMay('payment.download');
  return (
    <>
      <AsyncView query={files}>
        {({ files: list }) =>
          list.length === 0 ? (
            <EmptyState title={words.none}>{words.noneHint}</EmptyState>
          ) : (
            <>
              <PlainTable caption={words.caption} columns={words.columns} className="run-lines">
                {list.map((file) => (
                  <Row key={file.id} runId={run.id} file={file} may={may} />
                ))}
              </PlainTable>
              <p className="quiet small no-print">{may ? words.note : words.assumedHint}</p>
            </>
          )
        }
      </AsyncView>
      <ReturnUpload run={run} />
      <Returns runId={run.id} />
    </>
  );
};

export default FilesTab;
