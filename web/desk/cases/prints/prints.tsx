import type { CaseView } from '../../../shared/api/types';
import { useMay } from '../../session/api';
import { printOf } from './api';
import { Missing } from './missing';
import { PrintLink } from './print-link';
import { texts } from './texts';

/** The papers of a case that can be printed now, and what its file still lacks. */
export const Prints = ({ view }: { readonly view: CaseView }) => {
  const mayReadDocuments = useMay('document.read');
  return (
    <>
      <h2>{texts.title}</h2>
      <p className="filters">
        <PrintLink href={printOf.application(view.id)} label={texts.newWindow(texts.application)}>
          {texts.application}
        </PrintLink>
        {view.stage.id === 'publicised' ? (
          <PrintLink href={printOf.notice(view.id)} label={texts.newWindow(texts.notice)}>
            {texts.notice}
          </PrintLink>
        ) : null}
        {mayReadDocuments ? (
          <PrintLink href={printOf.dossier(view.id)} label={texts.newWindow(texts.dossier)}>
            {texts.dossier}
          </PrintLink>
        ) : null}
      </p>
      <Missing caseId={view.id} />
    </>
  );
};
