import type { CaseView, DocumentView } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useMay } from '../../session/api';
import { useDocuments } from '../api';
import { DocumentLink } from '../viewer/document-link';
import { Upload } from './upload';

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const titles = ['种类', '名称', '大小', '上传时间'];

const Row = ({ one }: { readonly one: DocumentView }) => (
  <tr>
    <td>{one.kindLabel}</td>
    <td>
      <DocumentLink documentId={one.id}>{one.name}</DocumentLink>
    </td>
    <td className="num">{sizeWords(one.size)}</td>
    <td>{showInstant(one.uploadedAt)}</td>
  </tr>
);

const Documents = ({ view }: { readonly view: CaseView }) => {
  const mayAdd = useMay('document.add');
  return (
    <>
      {mayAdd ? <Upload caseId={view.id} /> : null}
      <AsyncView query={useDocuments(view.id)}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="还没有材料" />
          ) : (
            <div className="table-wrap">
              <table className="case-table plain-table" aria-label="材料">
                <thead>
                  <tr>
                    {titles.map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.map((one) => (
                    <Row key={one.id} one={one} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </AsyncView>
    </>
  );
};

export default Documents;
