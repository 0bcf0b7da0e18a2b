import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { Page } from '../../shared/page/page';
import { EmptyState, ErrorState, Loading } from '../../shared/states/states';
import { useMe } from '../session/api';
import { usePhone } from './offline/phone';
import { useShell } from './shell';
import { Finished } from './sheet/finished';
import { SheetSteps } from './sheet/sheet-steps';
import { useVisit, type OpenVisit, type VisitState } from './sheet/use-visit';
import { texts } from './texts';
import './visits.css';

const CannotKeep = ({ caseId }: { readonly caseId: string }) => (
  <EmptyState title={texts.cannotKeep}>
    <Link to={`/cases/${caseId}`}>{texts.toCase}</Link>
  </EmptyState>
);

const Sheet = ({ visit }: { readonly visit: OpenVisit }) => (
  <>
    {visit.pack.reasons.length > 0 ? (
      <Alert
        type="warning"
        className="gap"
        title={`${texts.reasons}${visit.pack.reasons.join(';')}`}
        description={texts.reasonsHint}
      />
    ) : null}
    <SheetSteps visit={visit} />
  </>
);

const titleOf = (state: VisitState): string => {
  if (state.is === 'open') return `${state.pack.applicantName}家`;
  return state.is === 'finished' ? `${state.draft.applicantName}家` : texts.title;
};

const VisitPage = () => {
  const { caseId = '', owner = '' } = useParams();
  const me = useMe();
  const phone = usePhone(me.staffId);
  useShell();
  const { state, visit, again, reopen, discard } = useVisit(phone, caseId, owner, me.staffId);
  const content = () => {
    if (phone === null) return <CannotKeep caseId={caseId} />;
    if (visit) return <Sheet visit={visit} />;
    if (state.is === 'finished')
      return (
        <Finished
          draft={state.draft}
          reopen={() => void reopen(state.draft)}
          discard={() => void discard(state.draft)}
        />
      );
    if (state.is === 'failed') return <ErrorState problem={state.problem} retry={() => void again()} />;
    if (state.is === 'sent')
      return (
        <EmptyState title={`✓ ${texts.done}`}>
          <p>{texts.doneHint}</p>
          <Link to={`/cases/${caseId}?tab=visits`}>{texts.seeCase}</Link>
        </EmptyState>
      );
    if (state.is === 'gone') return <EmptyState title={texts.gone}>{texts.goneHint}</EmptyState>;
    return <Loading />;
  };
  return (
    <Page key={state.is} title={titleOf(state)} crumbs={[{ label: texts.crumb, to: '/visits' }]}>
      {content()}
    </Page>
  );
};

export { VisitPage as Component };
