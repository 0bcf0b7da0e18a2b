import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { api, dataOf } from '../../../shared/api/client';
import type { AssessmentView, CaseView, FrozenAssessmentView } from '../../../shared/api/types';
import { showDate, today } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { AsyncView } from '../../../shared/states/async-view';
import { useUrlFilters } from '../../../shared/url-filters';
import { caseKey, useAssessments } from '../api';
import { Comparison } from '../receipt/comparison';
import { useEvidence } from '../receipt/evidence';
import { Receipt } from '../receipt/receipt';
import { texts } from '../receipt/texts';

const usePreview = (caseId: string, on: string, wanted: boolean) =>
  useQuery({
    enabled: wanted,
    queryKey: [...caseKey(caseId), 'assessment', on],
    queryFn: () =>
      dataOf(api.POST('/api/v1/cases/{caseId}/assessments/preview', { params: { path: { caseId } }, body: { on } })),
  });

/** What was frozen years ago may be told in other words than today's. */
const explainedOf = ({ explained }: FrozenAssessmentView): AssessmentView | undefined =>
  'terms' in explained && 'eligibility' in explained ? (explained as AssessmentView) : undefined;

const titleOf = ({ on, monthly, decision }: FrozenAssessmentView): string =>
  `${showDate(on)} ${showYuan(monthly)}${decision ? `(${decision.label},${showDate(decision.decidedOn)})` : `(${texts.undecided})`}`;

interface SumProps {
  readonly view: CaseView;
  readonly title: string;
  readonly assessment: AssessmentView;
  readonly knownOn?: string;
  readonly against: FrozenAssessmentView | undefined;
}

const Sum = ({ view, title, assessment, knownOn, against }: SumProps) => {
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  const nameOf = (member: string): string => names.get(member) ?? member;
  const proofs = useEvidence(view.id, knownOn);
  if (!against) return <Receipt assessment={assessment} nameOf={nameOf} proofs={proofs} />;
  const before = explainedOf(against);
  if (!before) return <p className="note">{texts.oldWords}</p>;
  return (
    <Comparison
      before={{ title: showDate(against.on), assessment: before }}
      after={{ title, assessment }}
      nameOf={nameOf}
    />
  );
};

const PRESENT = 'now';

const Chosen = ({ view, list }: { readonly view: CaseView; readonly list: readonly FrozenAssessmentView[] }) => {
  const [{ sum, on, against }, set] = useUrlFilters(['sum', 'on', 'against']);
  const frozen = list.find(({ id }) => id === sum);
  const day = on || today();
  const preview = usePreview(view.id, day, frozen === undefined);
  const others = list.filter(({ id }) => id !== frozen?.id);
  const other = others.find(({ id }) => id === against);
  const options = [...list].reverse().map((one) => ({ value: one.id, label: titleOf(one) }));
  return (
    <>
      <div className="filters">
        <label htmlFor="sum-shown">{texts.shown}</label>
        <Select
          id="sum-shown"
          value={frozen?.id ?? PRESENT}
          options={[{ value: PRESENT, label: texts.present }, ...options]}
          onChange={(value) => set({ sum: value === PRESENT ? '' : value })}
          className="sum-choice"
        />
        {frozen ? null : (
          <>
            <label htmlFor="assessed-on">{texts.on}</label>
            <Input
              id="assessed-on"
              type="date"
              value={day}
              style={{ width: 160 }}
              onChange={({ target }) => target.value && set({ on: target.value })}
            />
          </>
        )}
        {others.length > 0 ? (
          <>
            <label htmlFor="sum-against">{texts.against}</label>
            <Select
              id="sum-against"
              value={other?.id ?? ''}
              options={[{ value: '', label: texts.nothing }, ...options.filter(({ value }) => value !== frozen?.id)]}
              onChange={(value) => set({ against: value })}
              className="sum-choice"
            />
          </>
        ) : null}
      </div>
      {list.length === 0 ? <p className="quiet small">{texts.none}</p> : null}
      {!frozen ? (
        <AsyncView query={preview}>
          {(result) => <Sum view={view} title={showDate(day)} assessment={result} against={other} />}
        </AsyncView>
      ) : explainedOf(frozen) ? (
        <Sum
          view={view}
          title={showDate(frozen.on)}
          assessment={explainedOf(frozen) as AssessmentView}
          knownOn={frozen.on}
          against={other}
        />
      ) : (
        <p className="note">{texts.oldWords}</p>
      )}
    </>
  );
};

/** What the rules say of the present facts, or said when it counted; any two can be laid side by side. */
const Amount = ({ view }: { readonly view: CaseView }) => (
  <AsyncView query={useAssessments(view.id)}>{(list) => <Chosen view={view} list={list} />}</AsyncView>
);

export default Amount;
