import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { showInstant } from '../../shared/format/dates';
import { MoreButton } from '../../shared/page/more-button';
import { PlainTable } from '../../shared/page/plain-table';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { useTakenFiles, type FileView } from './api';
import { texts } from './texts';

const { file: words } = texts;
const tones = { waiting: 'accent', done: 'good', failed: 'late' } as const;

const Row = ({ one, children }: { readonly one: FileView; readonly children: ReactNode }) => (
  <tr>
    <td className="small">{words.by(showInstant(one.takenAt), one.takenByName)}</td>
    <td>{one.name}</td>
    <td className="num">{words.rows(one.total)}</td>
    <td>
      <Tag tone={tones[one.state]}>{one.stateLabel}</Tag>
      {one.problem ? <div className="small">{one.problem}</div> : null}
    </td>
    <td className="no-print">{children}</td>
  </tr>
);

interface Props {
  readonly what: FileView['what'];
  readonly packageId?: string;
  /** What came of a file that was read. */
  readonly result: (fileId: string) => ReactNode;
}

/** Every file that was brought, with what became of it, also of those that could not be read. */
export const TakenFiles = ({ result, ...asked }: Props) => {
  const files = useTakenFiles(asked);
  const [opened, open] = useState('');
  return (
    <section className="panel exchange-file" aria-label={words.caption}>
      <h2>{words.caption}</h2>
      <AsyncView query={files} rows={3}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p className="quiet small">{words.none}</p>;
          return (
            <>
              <PlainTable caption={words.caption} columns={words.columns}>
                {rows.map((one) => (
                  <Row key={one.id} one={one}>
                    {one.state === 'done' ? (
                      <Button
                        size="small"
                        aria-label={`${words.result}:${one.name} ${showInstant(one.takenAt)}`}
                        onClick={() => open(one.id)}
                      >
                        {words.result}
                      </Button>
                    ) : null}
                  </Row>
                ))}
              </PlainTable>
              <MoreButton pages={files} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
      {opened ? result(opened) : null}
    </section>
  );
};

/** The receipts of all packages that could not be read; nothing where there are none. */
export const FailedReceipts = () => {
  const files = useTakenFiles({ what: 'receipt', state: 'failed' });
  const rows = files.data?.pages.flatMap(({ items }) => items) ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="panel exchange-file" aria-label={words.failures}>
      <h2>{words.failures}</h2>
      <PlainTable caption={words.failures} columns={words.columns}>
        {rows.map((one) => (
          <Row key={one.id} one={one}>
            <Link to={`/exchange/packages/${one.packageId}`}>{words.toPackage}</Link>
          </Row>
        ))}
      </PlainTable>
      <MoreButton pages={files} label={texts.more} />
    </section>
  );
};
