import { useParams } from 'react-router';
import { showInstant } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { contentOf, usePackage, type PackageView } from './api';
import './exchange.css';
import { PackageItems } from './package-items';
import { PackageState } from './package-state';
import { ReceiptResult, ReceiptUpload } from './receipt-upload';
import { TakenFiles } from './taken-files';
import { texts } from './texts';

const { page: words, packages } = texts;

const Facts = ({ one }: { readonly one: PackageView }) => (
  <section className="panel" aria-label={words.facts}>
    <p>
      <span className="strong">{packages.count(one.count, one.leftOut)}</span>{' '}
      {packages.receipts(one.accepted, one.rejected, one.waiting)}
    </p>
    <p className="small">
      {`${words.system}:${one.systemLabel};${words.layout}:${one.layoutVersion} `}
      {one.layoutAssumed ? <Tag tone="late">{texts.assumed}</Tag> : null}
    </p>
    <p className="quiet small">
      {[
        one.month ?? packages.range(one.from, one.to),
        one.baseNumber ? `${words.base}:${one.baseNumber}` : '',
        one.builtAt ? `${words.made}:${showInstant(one.builtAt)}` : '',
      ]
        .filter(Boolean)
        .join(';')}
    </p>
  </section>
);

const Downloads = ({ one }: { readonly one: PackageView }) => {
  const may = useMay('exchange.open');
  if (one.csvSha256 === null || one.xlsxSha256 === null) return null;
  return (
    <section className="panel no-print" aria-label={words.download}>
      <h2>{words.download}</h2>
      <p className="quiet small">{may ? words.downloadHint : words.onlyDataDesk}</p>
      {may ? (
        <p className="filters">
          <a href={contentOf(one.id, 'csv')} download>
            {words.csv}
          </a>
          <a href={contentOf(one.id, 'xlsx')} download>
            {words.xlsx}
          </a>
          <span className="quiet small">{words.hash(one.csvSha256)}</span>
        </p>
      ) : null}
    </section>
  );
};

const Body = ({ one }: { readonly one: PackageView }) => {
  const maySend = useMay('exchange.send');
  return (
    <Page
      title={`${one.kindLabel} ${one.number ?? packages.fillIn}`}
      crumbs={[
        { label: words.crumb, to: '/exchange' },
        { label: one.countyName },
        { label: one.number ?? packages.fillIn },
      ]}
      aside={<PackageState one={one} />}
    >
      <Facts one={one} />
      <Downloads one={one} />
      {maySend && one.state === 'ready' && one.count > 0 && one.mode !== 'fillIn' ? (
        <ReceiptUpload packageId={one.id} />
      ) : null}
      {one.state === 'ready' && one.mode !== 'fillIn' ? (
        <TakenFiles
          what="receipt"
          packageId={one.id}
          result={(fileId) => <ReceiptResult key={fileId} receiptId={fileId} />}
        />
      ) : null}
      <PackageItems packageId={one.id} built={one.builtAt} />
    </Page>
  );
};

const PackagePage = () => {
  const { packageId = '' } = useParams();
  return <AsyncView query={usePackage(packageId)}>{(one) => <Body key={one.id} one={one} />}</AsyncView>;
};

export { PackagePage as Component };
