import { App, Alert, Button } from 'antd';
import { useState } from 'react';
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
import { fromServer, missingOf, type Missing, type Part } from './missing';
import { PartView, partNames } from './parts';
import { SaveLine } from './save-line';
import { texts } from './texts';
import { useAutosave } from './use-autosave';

const useIntake = (draft: DraftView) => {
  const [content, setContent] = useState<Content>(() => readContent(draft.content, draft.division));
  const [refused, setRefused] = useState<readonly Missing[]>([]);
  const [asked, setAsked] = useState(false);
  const sent = applicationOf(content);
  const autosave = useAutosave(draft.id, draft.version, content);
  const submit = useSubmitDraft(draft.id);
  const missing = missingOf(content, today());
  const shown = asked ? [...missing, ...refused] : [];
  const change = (part: Partial<Content>): void => {
    setRefused([]);
    setContent((before) => ({ ...before, ...part }));
  };
  const refuse = (error: unknown): void => {
    const { fields } = asProblem(error);
    setRefused(fields.map(({ path, message }) => fromServer(path, message)));
  };
  return { content, change, missing, refused, shown, asked, setAsked, submit, autosave, refuse, sent };
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

const Intake = ({ draft }: { readonly draft: DraftView }) => {
  const [{ part: chosen }, set] = useUrlFilters(['part']);
  const part = (partNames as readonly string[]).includes(chosen) ? (chosen as Part) : 'application';
  const go = (next: Part): void => set({ part: next });
  const navigate = useNavigate();
  const { message } = App.useApp();
  const intake = useIntake(draft);
  const { content, change, missing, shown, submit, autosave } = intake;
  const next = partNames[partNames.indexOf(part) + 1];
  const send = async (): Promise<void> => {
    intake.setAsked(true);
    const first = missing[0];
    if (first) return go(first.part);
    if (!(await autosave.save())) return;
    submit.mutate(intake.sent, {
      onSuccess: ({ id, number }) => {
        void message.success(texts.submitted(number));
        void navigate(`/cases/${id}`);
      },
      onError: intake.refuse,
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
          {submit.isError ? (
            <Alert
              type="error"
              className="gap"
              title={texts.notSubmitted}
              description={asProblem(submit.error).message}
            />
          ) : null}
          <PartView
            part={part}
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
        <HouseholdSide content={content} missing={[...missing, ...intake.refused]} go={go} />
      </div>
    </Page>
  );
};

const IntakePage = () => {
  const { draftId = '' } = useParams();
  return <AsyncView query={useDraft(draftId)}>{(draft) => <Intake key={draft.id} draft={draft} />}</AsyncView>;
};

export { IntakePage as Component };
