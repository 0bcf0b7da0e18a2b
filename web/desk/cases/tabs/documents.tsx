import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView, DocumentView } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { uploadDocument, useCaseChanged, useDocuments } from '../api';
import { documentKinds, type DocumentKind } from '../document-kinds';

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const Add = ({ caseId }: { readonly caseId: string }) => {
  const [kind, setKind] = useState<DocumentKind>('identity');
  const input = useRef<HTMLInputElement>(null);
  const changed = useCaseChanged(caseId);
  const upload = useMutation({
    mutationFn: (file: File) => uploadDocument(caseId, kind, file),
    onSuccess: () => changed(),
  });
  return (
    <div className="filters">
      <label htmlFor="document-kind">材料种类</label>
      <Select id="document-kind" value={kind} options={documentKinds} style={{ width: 200 }} onChange={setKind} />
      <Button onClick={() => input.current?.click()} loading={upload.isPending}>
        上传材料
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="选择文件"
        accept="image/jpeg,image/png,application/pdf"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) upload.mutate(file);
          target.value = '';
        }}
      />
      {upload.isError ? <span className="field-problem">{asProblem(upload.error).message}</span> : null}
      <span className="quiet small">照片(JPG、PNG)或 PDF,每个不超过20MB</span>
    </div>
  );
};

const Row = ({
  caseId,
  one,
  show,
}: {
  readonly caseId: string;
  readonly one: DocumentView;
  readonly show: (id: string) => void;
}) => (
  <tr>
    <td>{one.kindLabel}</td>
    <td>{one.name}</td>
    <td className="num">{sizeWords(one.size)}</td>
    <td>{showInstant(one.uploadedAt)}</td>
    <td>
      {one.mime.startsWith('image/') ? (
        <button type="button" className="link" onClick={() => show(one.id)}>
          查看
        </button>
      ) : (
        <a href={contentOf(caseId, one.id)} target="_blank" rel="noreferrer">
          打开
        </a>
      )}
    </td>
  </tr>
);

const contentOf = (caseId: string, id: string): string => `/api/v1/cases/${caseId}/documents/${id}/content`;

const Documents = ({ view }: { readonly view: CaseView }) => {
  const [shown, setShown] = useState<string>();
  return (
    <>
      <Add caseId={view.id} />
      <AsyncView query={useDocuments(view.id)}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="还没有材料" />
          ) : (
            <div className="table-wrap">
              <table className="case-table plain-table" aria-label="材料">
                <thead>
                  <tr>
                    {['种类', '名称', '大小', '上传时间', ''].map((title) => (
                      <th key={title || 'open'} scope="col">
                        {title || <span className="skip">操作</span>}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {list.map((one) => (
                    <Row key={one.id} caseId={view.id} one={one} show={setShown} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </AsyncView>
      {shown ? <img className="viewer" src={contentOf(view.id, shown)} alt="材料" /> : null}
    </>
  );
};

export default Documents;
