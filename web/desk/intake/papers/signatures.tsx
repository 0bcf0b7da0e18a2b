import { Button } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../../shared/api/problem';
import { today } from '../../../shared/format/dates';
import { SignaturePad } from '../../../shared/signature/signature-pad';
import { adultsOf, memberName, refOf, type Content } from '../content';
import { useAddPaper, type Paper } from './api';
import { texts } from './texts';

interface SignProps {
  readonly draftId: string;
  readonly kind: 'authorisation' | 'promise';
  readonly member: string;
  readonly label: string;
  readonly papers: readonly Paper[];
  readonly kept?: () => void;
}

/** One signature of one person: kept as a paper, the one before goes. */
const Sign = ({ draftId, kind, member, label, papers, kept }: SignProps) => {
  const [drawn, setDrawn] = useState<Blob | null>(null);
  const add = useAddPaper(draftId);
  const before = papers.filter((paper) => paper.kind === kind && paper.member === member).map(({ id }) => id);
  const keep = (file: Blob): void =>
    add.mutate(
      {
        kind,
        member,
        file,
        name: file instanceof File ? file.name : texts.signatureName(label),
        instead: before,
      },
      {
        onSuccess: () => {
          setDrawn(null);
          kept?.();
        },
      },
    );
  return (
    <div className="sign">
      <div className="strong">{label}</div>
      <p className="quiet small">{kind === 'promise' ? texts.promiseText : texts.authorisationText}</p>
      <SignaturePad key={before.join()} label={label} signed={before.length > 0} onSigned={setDrawn} />
      {drawn ? (
        <Button
          className="keep"
          loading={add.isPending}
          onClick={() => keep(drawn)}
          aria-label={`${texts.keep}:${label}`}
        >
          {texts.keep}
        </Button>
      ) : null}
      {add.isError ? (
        <p role="alert" className="field-problem">
          {asProblem(add.error).message}
        </p>
      ) : null}
    </div>
  );
};

interface Props {
  readonly draftId: string;
  readonly content: Content;
  readonly papers: readonly Paper[];
  readonly promised: () => void;
}

/** The applicant's promise and the authorisation of every adult. */
export const Signatures = ({ draftId, content, papers, promised }: Props) => {
  const adults = adultsOf(content, today());
  const index = content.members.findIndex((member) => refOf(member) === content.applicant);
  const applicant = memberName(content.members[index] ?? {}, Math.max(index, 0));
  const common = { draftId, papers };
  return (
    <section>
      <h3>{texts.signatures}</h3>
      <Sign {...common} kind="promise" member={content.applicant} label={texts.promiseOf(applicant)} kept={promised} />
      {adults.length === 0 ? <p className="quiet">{texts.noAdults}</p> : null}
      {adults.map(({ ref, name }) => (
        <Sign key={ref} {...common} kind="authorisation" member={ref} label={texts.authorisationOf(name)} />
      ))}
    </section>
  );
};
