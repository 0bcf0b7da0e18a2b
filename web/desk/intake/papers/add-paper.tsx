import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { documentKindNames, documentKinds, type DocumentKind } from '../../../../domain/documents/kinds';
import { asProblem } from '../../../shared/api/problem';
import { Field } from '../../../shared/schema-form/field';
import type { Choice } from '../../../shared/schema-form/world';
import { useAddPaper } from './api';
import { texts } from './texts';

/** Kinds that a household brings; what the office makes later is uploaded with the case. */
const brought: readonly DocumentKind[] = [
  'identity',
  'residence',
  'income',
  'expense',
  'property',
  'medical',
  'disability',
  'authorisation',
  'promise',
  'delegation',
  'other',
];
const kinds = documentKindNames
  .filter((kind) => brought.includes(kind))
  .map((value) => ({ value, label: documentKinds[value] }));

interface Props {
  readonly draftId: string;
  readonly members: readonly Choice[];
}

/** One file after the other; a file that fails says why and the others go on. */
const useFiles = (draftId: string, kind: DocumentKind, member: string | undefined) => {
  const add = useAddPaper(draftId);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setProblems([]);
    for (const file of files) {
      try {
        await add.mutateAsync({ kind, member, file, name: file.name });
      } catch (error) {
        setProblems((before) => [...before, texts.failed(file.name, asProblem(error).message)]);
      }
    }
    setBusy(false);
  };
  return { send, problems, busy };
};

export const AddPaper = ({ draftId, members }: Props) => {
  const [kind, setKind] = useState<DocumentKind>('identity');
  const [member, setMember] = useState<string>();
  const { send, problems, busy } = useFiles(draftId, kind, member);
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const taken = ({ target }: React.ChangeEvent<HTMLInputElement>): void => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length > 0) void send(files);
  };
  return (
    <section>
      <h3>{texts.add}</h3>
      <p className="quiet small">{texts.addHint}</p>
      <div className="fact-row">
        <Field id="paper-kind" label={texts.kind} required>
          <Select id="paper-kind" value={kind} options={kinds} onChange={setKind} />
        </Field>
        <Field id="paper-member" label={texts.member} required>
          <Select
            id="paper-member"
            value={member ?? ''}
            options={[{ value: '', label: texts.whole }, ...members]}
            onChange={(next: string) => setMember(next === '' ? undefined : next)}
          />
        </Field>
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept="image/*,application/pdf"
        aria-label={texts.choose}
        onChange={taken}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={texts.photo}
        onChange={taken}
      />
      <div className="form-foot paper-foot">
        <Button onClick={() => camera.current?.click()} disabled={busy}>
          {texts.photo}
        </Button>
        <Button onClick={() => file.current?.click()} disabled={busy}>
          {texts.choose}
        </Button>
        {busy ? <span role="status">{texts.uploading}</span> : null}
      </div>
      {problems.map((problem) => (
        <p key={problem} role="alert" className="field-problem">
          {problem}
        </p>
      ))}
    </section>
  );
};
