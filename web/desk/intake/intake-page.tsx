import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { asProblem } from '../../shared/api/problem';
import type { DraftView } from '../../shared/api/types';
import { today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { useDraft, useSubmitDraft } from './api';
import { applicationOf, readContent, type Content } from './content';
import { HouseholdSide } from './household-side';
import './intake.css';
import { twiceIn, useDuplicates } from './members/lookup';
import { controlOf, fromServer, missingOf, type Missing, type Part } from './missing';
import { usePapers } from './papers/api';
import { missingPapers } from './papers/missing-papers';
import { PartView, partNames } from './parts';
import { PrintForm } from './print-form';
import { Refusal } from './refusal';
import { SaveLine } from './save-line';
import { Summary } from './summary';
import { texts } from './texts';
import { unsavedOf, useAutosave } from './use-autosave';

const useIntake = (draft: DraftView) => {
  const [unsaved] = useState(() => unsavedOf(draft.id));
  const [content, setContent] = useState<Content>(() => unsaved?.content ?? readContent(draft.content, draft.division));
  const [refused, setRefused] = useState<readonly Missing[]>([]);
  const [asked, setAsked] = useState(0);
  const sent = applicationOf(content);
  const autosave = useAutosave(draft.id, unsaved?.version ?? draft.version, content, unsaved === undefined);
  const submit = useSubmitDraft(draft.id);
  const papers = usePapers(draft.id);
  const missing = [...missingOf(content, today()), ...twiceIn(content), ...useDuplicates(content)];
  const shown = asked > 0 ? [...missing, ...refused] : [];
  const change = (part: Partial<Content>): void => {
    setRefused([]);
    setContent((before) => ({ ...before, ...part }));
  };
  const refuse = (error: unknown): Missing | undefined => {
    const found = asProblem(error).fields.map(({ path, message }) => fromServer(path, message));
    setRefused(found);
    return found[0];
  };
  const ask = (): void => setAsked((times) => times + 1);
  return { content, change, missing, refused, shown, asked, ask, submit, autosave, refuse, sent, papers };
};

const Steps = ({
  part,
  missing,
  go,
}: {
  readonly part: Part;
  readonly missing: readonly Missing[];
  readonly go: (part: Part) => void;
}) => (
  <nav aria-label="填写步骤" className="steps">
    {partNames.map((name) => {
      const count = missing.filter((one) => one.part === name).length;
      return (
        <button key={name} type="button" aria-current={name === part ? 'step' : undefined} onClick={() => go(name)}>
          {texts.parts[name]}
          {count > 0 ? <span className="quiet small">{` 缺${count}`}</span> : null}
        </button>
      );
    })}
  </nav>
);

/** Leads to a field, also to one of a part that is not on the screen yet. */
const useField = (part: Part, go: (part: Part) => void) => {
  const [wanted, setWanted] = useState<Missing>();
  useEffect(() => {
    if (!wanted || wanted.part !== part) return;
    const control = document.getElementById(controlOf(wanted.path));
    const first = control?.matches('input, textarea') ? control : control?.querySelector<HTMLElement>('input');
    (first ?? control)?.focus();
    setWanted(undefined);
  }, [wanted, part]);
  return (problem: Missing): void => {
    setWanted(problem);
    if (problem.part !== part) go(problem.part);
  };
};

const Intake = ({ draft }: { readonly draft: DraftView }) => {
  const [{ part: chosen }, set] = useUrlFilters(['part']);
  const part = (partNames as readonly string[]).includes(chosen) ? (chosen as Part) : 'application';
  const go = (next: Part): void => set({ part: next });
  const navigate = useNavigate();
  const { message } = App.useApp();
  const intake = useIntake(draft);
  const lead = useField(part, go);
  const { content, change, missing, shown, submit, autosave } = intake;
  const next = partNames[partNames.indexOf(part) + 1];
  const send = async (): Promise<void> => {
    intake.ask();
    const first = missing[0];
    if (first) return lead(first);
    if (!(await autosave.save())) return;
    submit.mutate(intake.sent, {
      onSuccess: ({ id, number }) => {
        void message.success(texts.submitted(number));
        void navigate(`/cases/${id}`);
      },
      onError: (error) => {
        const field = intake.refuse(error);
        if (field) lead(field);
      },
    });
  };
  return (
    <Page
      title={texts.title}
      crumbs={[{ label: texts.draftsTitle, to: '/intake' }, { label: texts.title }]}
      aside={<SaveLine draftId={draft.id} {...autosave} />}
    >
      <div className="intake">
        <Steps part={part} missing={missing} go={go} />
        <form
          className="panel"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (part === 'submit') void send();
            else if (next) go(next);
          }}
        >
          <h2>{texts.parts[part]}</h2>
          {submit.isError ? <Refusal problem={asProblem(submit.error)} /> : null}
          <Summary problems={shown} asked={intake.asked} go={lead} />
          <PartView
            part={part}
            draftId={draft.id}
            content={content}
            change={change}
            problems={Object.fromEntries(shown.map(({ path, sentence }) => [path, sentence]))}
          />
          <div className="form-foot intake-foot">
            {part === 'submit' || !next ? (
              <Button type="primary" htmlType="submit" loading={submit.isPending}>
                {texts.submit}
              </Button>
            ) : (
              <Button type="primary" htmlType="submit">{`${texts.next}${texts.parts[next]}`}</Button>
            )}
          </div>
        </form>
        <HouseholdSide
          content={content}
          missing={[...missing, ...intake.refused]}
          papers={intake.papers.data ? missingPapers(content, intake.papers.data, today()) : []}
          go={go}
        >
          <PrintForm draftId={draft.id} ready={missing.every(({ path }) => path === 'promise')} save={autosave.save} />
        </HouseholdSide>
      </div>
    </Page>
  );
};

const IntakePage = () => {
  const { draftId = '' } = useParams();
  return <AsyncView query={useDraft(draftId)}>{(draft) => <Intake key={draft.id} draft={draft} />}</AsyncView>;
};

export { IntakePage as Component };
