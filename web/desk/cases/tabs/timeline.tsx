import type { CaseView } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useTimeline } from '../api';

const Timeline = ({ view }: { readonly view: CaseView }) => (
  <AsyncView query={useTimeline(view.id)}>
    {(events) =>
      events.length === 0 ? (
        <EmptyState title="还没有过程记录" />
      ) : (
        <ol className="timeline" aria-label="办理过程">
          {[...events]
            .sort((a, b) => b.sequence - a.sequence)
            .map(({ sequence, at, who, sentence }) => (
              <li key={sequence}>
                <span className="quiet small">{showInstant(at)}</span>
                <span>
                  {sentence}
                  <span className="quiet small">
                    {who.role === 'system' ? '  系统自动' : `  ${who.name ?? ''}(${who.roleLabel})`}
                  </span>
                </span>
              </li>
            ))}
        </ol>
      )
    }
  </AsyncView>
);

export default Timeline;
