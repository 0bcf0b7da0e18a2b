import { AsyncView } from '../../../shared/states/async-view';
import { useEventDetail } from '../api';
import { DocumentLink } from '../viewer/document-link';

const texts = { empty: '这一步没有填写内容。', label: '当时填写的内容' } as const;

/** What was entered with a step, in the words of its form; numbers of the members stay masked. */
export const EventDetail = ({ caseId, sequence }: { readonly caseId: string; readonly sequence: number }) => (
  <AsyncView query={useEventDetail(caseId, sequence)} rows={2}>
    {({ content = [] }) =>
      content.length === 0 ? (
        <p className="quiet small">{texts.empty}</p>
      ) : (
        <ul className="event-detail" aria-label={texts.label}>
          {content.map(({ label, value, depth, documentId }, index) => (
            <li key={index} style={{ paddingInlineStart: `${depth * 16}px` }}>
              {value === undefined ? <b>{label}</b> : <span className="quiet">{`${label}:`}</span>}
              {documentId ? <DocumentLink documentId={documentId}>{value}</DocumentLink> : value}
            </li>
          ))}
        </ul>
      )
    }
  </AsyncView>
);
