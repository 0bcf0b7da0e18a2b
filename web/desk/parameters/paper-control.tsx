import { useState } from 'react';
import { asProblem } from '../../shared/api/problem';
import { Field } from '../../shared/schema-form/field';
import { uploadPaper } from './api';
import { texts } from './texts';

export interface Paper {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly division: string;
  readonly paper: Paper | undefined;
  readonly put: (paper: Paper | undefined) => void;
}

/** The document that a value rests on: stored at once, named with the entry. */
export const PaperControl = ({ division, paper, put }: Props) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return put(undefined);
    setBusy(true);
    setProblem(undefined);
    try {
      put(await uploadPaper(division, file));
    } catch (error) {
      setProblem(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Field id="parameter-paper" label={texts.paper} required={false} problem={problem} hint={texts.paperHint}>
      <input
        id="parameter-paper"
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        onChange={({ target }) => void send(target.files?.[0])}
      />
      {busy ? <span role="status">{texts.uploading}</span> : null}
      {paper ? <span className="quiet small">{paper.name}</span> : null}
    </Field>
  );
};
