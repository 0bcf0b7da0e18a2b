import { today } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { memberChoices } from '../list-part';
import type { PartProps } from '../part-props';
import { AddPaper } from './add-paper';
import { usePapers } from './api';
import { missingPapers } from './missing-papers';
import { PaperList } from './paper-list';
import { Signatures } from './signatures';
import { texts } from './texts';

/** Papers and signatures before there is a case; what is missing stands first. */
export const PapersPart = ({ draftId, content, change }: PartProps) => (
  <AsyncView query={usePapers(draftId)}>
    {(papers) => {
      const missing = missingPapers(content, papers, today());
      const members = memberChoices(content);
      return (
        <div className="papers-part">
          <section aria-label={texts.missing}>
            <h3>{missing.length === 0 ? texts.complete : texts.missing}</h3>
            <ul>
              {missing.map(({ id, sentence }) => (
                <li key={id}>{sentence}</li>
              ))}
            </ul>
          </section>
          <AddPaper draftId={draftId} members={members} />
          <PaperList draftId={draftId} papers={papers} members={members} />
          <Signatures draftId={draftId} content={content} papers={papers} promised={() => change({ promise: true })} />
        </div>
      );
    }}
  </AsyncView>
);
