import { useSending } from '../../shared/plain-form/use-sending';
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
  const { busy, problem, send } = useSending();
  const take = (file: File | undefined): void =>
    file ? void send(async () => put(await uploadPaper(division, file))) : put(undefined);
  return (
    <Field
      id="parameter-paper"
      label={texts.paper}
      required={false}
      problem={problem || undefined}
      hint={texts.paperHint}
    >
      <input
        id="parameter-paper"
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        onChange={({ target }) => take(target.files?.[0])}
      />
      {busy ? <span role="status">{texts.uploading}</span> : null}
      {paper ? <span className="quiet small">{paper.name}</span> : null}
    </Field>
  );
};
