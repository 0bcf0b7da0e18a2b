import { Button } from 'antd';
import type { ActionView, CaseView, MatterView } from '../../../shared/api/types';
import { Tag } from '../../../shared/page/tag';
import { TimeLeft } from '../../../shared/page/time-left';
import { texts } from '../texts';
import { nameOf } from './chosen';
import { sortActions, type Sorted } from './order';

interface Props {
  readonly view: CaseView;
  readonly choose: (name: string) => void;
}

const Step = ({
  action,
  primary = false,
  choose,
}: {
  readonly action: ActionView;
  readonly primary?: boolean;
  readonly choose: Props['choose'];
}) => (
  <li>
    <Button block type={primary ? 'primary' : 'default'} onClick={() => choose(nameOf(action))}>
      {action.says}
    </Button>
  </li>
);

const sayPeople = (people: ActionView['people']): string =>
  people.map(({ name, roleLabel }) => `${name}(${roleLabel})`).join('、');

/** Whose turn it is, by name. */
const Next = ({ holder }: { readonly holder: CaseView['holder'] }) =>
  holder?.todo ? (
    <p className="small">
      {`${texts.nextBy}${holder.people.length > 0 ? sayPeople(holder.people) : holder.roleLabel}:${holder.todo}`}
    </p>
  ) : null;

/** A step that cannot be done never vanishes without trace: it says why. */
const NotNow = ({ actions }: { readonly actions: readonly ActionView[] }) =>
  actions.length === 0 ? null : (
    <details className="panel" open={actions.length <= 4}>
      <summary className="strong">{`${texts.notNow}(${actions.length})`}</summary>
      <ul className="not-now">
        {actions.map((action) => (
          <li key={nameOf(action)}>
            {action.says}
            {action.reasons.map((reason) => (
              <div key={reason} className="small">
                {reason}
              </div>
            ))}
            {action.people.length > 0 ? (
              <div className="small">{`${texts.couldDo}${sayPeople(action.people)}`}</div>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );

interface StepsProps {
  readonly sorted: Sorted;
  readonly choose: Props['choose'];
  readonly primary: boolean;
}

const Steps = ({ sorted: { main, others, besides }, choose, primary }: StepsProps) => {
  if (!main && others.length + besides.length === 0) return null;
  return (
    <ul className="action-list">
      {main ? <Step action={main} primary={primary} choose={choose} /> : null}
      {[...others, ...besides].map((action) => (
        <Step key={nameOf(action)} action={action} choose={choose} />
      ))}
    </ul>
  );
};

const MatterPanel = ({ matter, view, choose }: Props & { readonly matter: MatterView }) => {
  const actions = view.actions.filter(({ owner }) => owner === matter.id);
  const person = view.members.find(({ personId }) => personId === matter.personId)?.name;
  const limit = view.deadlines.find(({ owner }) => owner === matter.id);
  return (
    <section className="panel">
      <h3>
        {matter.label}
        {person ? ` ${person}` : ''} <Tag tone="accent">{matter.stepLabel}</Tag>
      </h3>
      {limit ? (
        <p>
          <TimeLeft dueAt={limit.dueAt} right={limit.right} />
        </p>
      ) : null}
      <Steps sorted={sortActions(actions, matter.step)} choose={choose} primary={false} />
      {actions.some(({ possible }) => possible) ? null : <Next holder={matter.holder} />}
      {actions
        .filter(({ possible }) => !possible)
        .map((action) => (
          <div key={nameOf(action)} className="small quiet">{`${action.says}:${action.reasons.join(';')}`}</div>
        ))}
    </section>
  );
};

/** Somebody else is at work, or nobody ever will be again. */
const Nothing = ({ closed }: { readonly closed: boolean }) => (
  <>
    <p>{closed ? texts.closed : texts.nothingNow}</p>
    <p className="quiet small">{closed ? texts.closedHint : texts.nothingNowHint}</p>
  </>
);

export const ActionColumn = ({ view, choose }: Props) => {
  const ofStage = view.actions.filter(({ owner }) => owner === 'stage');
  const sorted = sortActions(ofStage, view.stage.id, view.members);
  const nothing = !sorted.main && sorted.others.length + sorted.besides.length === 0;
  return (
    <>
      <section className="panel">
        <h2>{texts.now}</h2>
        {!view.registered ? <p role="status">{texts.registering}</p> : null}
        {view.registered && nothing ? (
          <Nothing closed={view.stage.id === 'closed'} />
        ) : (
          <Steps sorted={sorted} choose={choose} primary />
        )}
        {view.registered && !sorted.main ? <Next holder={view.holder} /> : null}
      </section>
      {view.matters.map((matter) => (
        <MatterPanel key={matter.id} matter={matter} view={view} choose={choose} />
      ))}
      {view.matterActions.length > 0 ? (
        <section className="panel">
          <h2>{texts.openMatter}</h2>
          <ul className="action-list">
            {view.matterActions.map(({ kind, says }) => (
              <li key={kind}>
                <Button block onClick={() => choose(`open.${kind}`)}>
                  {says}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <NotNow actions={sorted.impossible} />
    </>
  );
};
