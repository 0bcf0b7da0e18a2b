import { Button, Select } from 'antd';
import { useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { asProblem } from '../../../shared/api/problem';
import { uploadDocument, useCaseChanged } from '../api';
import { documentKinds, type DocumentKind } from '../document-kinds';

const texts = {
  kind: '材料种类',
  upload: '上传材料',
  camera: '拍照',
  choose: '选择文件',
  hint: '也可以把文件拖到这里。照片(JPG、PNG)或 PDF,每个不超过20MB。',
  drop: '放开即上传',
} as const;

const useUploads = (caseId: string, kind: DocumentKind) => {
  const changed = useCaseChanged(caseId);
  return useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await uploadDocument(caseId, kind, file);
    },
    // Those before the one that failed are there.
    onSettled: () => changed(),
  });
};

const UPLOADED = 'image/jpeg,image/png,application/pdf';

/** Papers come by file, by dragging, or from the camera of a phone. */
export const Upload = ({ caseId }: { readonly caseId: string }) => {
  const [kind, setKind] = useState<DocumentKind>('identity');
  const [over, setOver] = useState(false);
  const [files, camera] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const upload = useUploads(caseId, kind);
  const send = (list: FileList | null): void => {
    if (list && list.length > 0) upload.mutate([...list]);
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    send(target.files);
    target.value = '';
  };
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  return (
    <div
      className={over ? 'filters drop over' : 'filters drop'}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        send(event.dataTransfer.files);
      }}
    >
      <label htmlFor="document-kind">{texts.kind}</label>
      <Select id="document-kind" value={kind} options={documentKinds} style={{ width: 180 }} onChange={setKind} />
      <Button onClick={() => files.current?.click()} loading={upload.isPending}>
        {texts.upload}
      </Button>
      <Button className="phone-only" onClick={() => camera.current?.click()} disabled={upload.isPending}>
        {texts.camera}
      </Button>
      <input ref={files} type="file" hidden multiple aria-label={texts.choose} accept={UPLOADED} onChange={chosen} />
      <input
        ref={camera}
        type="file"
        hidden
        aria-label={texts.camera}
        accept="image/*"
        capture="environment"
        onChange={chosen}
      />
      {upload.isError ? (
        <span className="field-problem" role="alert">
          {asProblem(upload.error).message}
        </span>
      ) : null}
      <span className="quiet small">{over ? texts.drop : texts.hint}</span>
    </div>
  );
};
