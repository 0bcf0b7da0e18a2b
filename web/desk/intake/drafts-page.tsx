import { App, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import type { DraftSummary } from '../../shared/api/types';
import { showInstant } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useMe } from '../session/api';
import { useCreateDraft, useDeleteDraft, useDrafts } from './api';
import { texts } from './texts';

/** A case lies in a village; where it is not chosen yet, with the township (…000). */
const placeOf = (division: string): string => division.padEnd(12, '0');

const Draft = ({ draft }: { readonly draft: DraftSummary }) => {
  const { modal } = App.useApp();
  const remove = useDeleteDraft();
  const title = draft.title || texts.unnamed;
  return (
    <tr>
      <td>
        <Link to={`/intake/${draft.id}`} className="strong">
          {title}
        </Link>
      </td>
      <td className="quiet">{texts.lastSaved(showInstant(draft.updatedAt))}</td>
      <td>
        <Link to={`/intake/${draft.id}`} className="row-action">
          {texts.continue}
        </Link>{' '}
        <Button
          type="link"
          size="small"
          loading={remove.isPending}
          aria-label={`${texts.remove}${title}`}
          onClick={() => {
            modal.confirm({
              title: texts.removeAsk(title),
              okText: texts.remove,
              onOk: () => remove.mutateAsync(draft.id).then(() => undefined),
            });
          }}
        >
          {texts.remove}
        </Button>
      </td>
    </tr>
  );
};

const DraftsPage = () => {
  const me = useMe();
  const navigate = useNavigate();
  const { send } = useToldSending();
  const create = useCreateDraft();
  const start = (): void =>
    void send(async () => {
      const { id } = await create.mutateAsync(placeOf(me.current.division));
      void navigate(`/intake/${id}`);
    });
  return (
    <Page
      title={texts.draftsTitle}
      aside={
        <Button type="primary" onClick={start} loading={create.isPending}>
          {texts.start}
        </Button>
      }
    >
      <AsyncView query={useDrafts()}>
        {(drafts) => {
          if (drafts.length === 0) return <EmptyState title={texts.noDrafts}>{texts.noDraftsHint}</EmptyState>;
          return (
            <div className="table-wrap">
              <table className="case-table plain-table" aria-label={texts.drafts}>
                <tbody>
                  {drafts.map((draft) => (
                    <Draft key={draft.id} draft={draft} />
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { DraftsPage as Component };
