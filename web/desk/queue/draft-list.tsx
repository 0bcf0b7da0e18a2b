import { Link } from 'react-router';
import type { DraftSummary } from '../../shared/api/types';
import { CaseTable, type Column } from '../../shared/case-table';
import { showInstant } from '../../shared/format/dates';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { programmeLabel } from '../cases/names';
import { useDrafts } from '../intake/api';
import { texts } from './texts';

const titleOf = ({ title }: DraftSummary): string => title || texts.unnamed;

const columns: readonly Column<DraftSummary>[] = [
  { key: 'title', title: texts.draft, cell: (draft) => <span className="strong">{titleOf(draft)}</span> },
  { key: 'programme', title: texts.stage, width: 100, cell: ({ programme }) => programmeLabel(programme) },
  { key: 'saved', title: texts.saved, width: 200, cell: ({ updatedAt }) => showInstant(updatedAt) },
  {
    key: 'open',
    title: texts.open,
    width: 72,
    cell: (draft) => (
      <Link to={`/intake/${draft.id}`} className="row-action" aria-label={`${texts.continue}填写${titleOf(draft)}`}>
        {texts.continue}
      </Link>
    ),
  },
];

/** Applications that somebody began and has not filed. */
export const DraftList = () => (
  <AsyncView query={useDrafts()} rows={4}>
    {(drafts) =>
      drafts.length === 0 ? (
        <EmptyState title={texts.emptyDrafts}>{texts.emptyDraftsHint}</EmptyState>
      ) : (
        <CaseTable
          label={texts.draft}
          rows={drafts}
          columns={columns}
          keyOf={({ id }) => id}
          to={({ id }) => `/intake/${id}`}
          total={texts.counted(drafts.length)}
        />
      )
    }
  </AsyncView>
);
