import { App } from 'antd';
import { useRef } from 'react';
import type { CaseView } from '../../../shared/api/types';
import type { JsonSchema } from '../../../shared/schema-form/schema';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useLifecycle } from '../api';
import { ActionForm } from './action-form';
import { findChosen, type Chosen } from './chosen';
import { Gone } from './gone';
import { texts } from './texts';

interface Props {
  readonly view: CaseView;
  readonly chosen: string;
  readonly close: () => void;
  readonly choose: (name: string) => void;
}

const Known = ({
  view,
  chosen,
  name,
  close,
}: Omit<Props, 'chosen' | 'choose'> & { readonly chosen: Chosen; readonly name: string }) => {
  const { message } = App.useApp();
  const done = (): void => {
    close();
    void message.success(texts.done(chosen.title));
  };
  return (
    <AsyncView query={useLifecycle(view.programme)} rows={4}>
      {({ inputs }) => {
        const schema = inputs[chosen.needs] as JsonSchema | undefined;
        if (!schema) return <EmptyState title={texts.noSchema} />;
        return <ActionForm view={view} chosen={chosen} name={name} schema={schema} done={done} close={close} />;
      }}
    </AsyncView>
  );
};

/** The form of one step, beside the evidence. */
export const ActionPanel = ({ view, chosen: name, close, choose }: Props) => {
  const opened = useRef({ sequence: view.sequence, stageLabel: view.stage.label });
  const chosen = findChosen(view, name);
  return (
    <section className="panel" aria-label={chosen?.title ?? texts.gone}>
      {chosen ? (
        <Known view={view} chosen={chosen} name={name} close={close} />
      ) : (
        <Gone view={view} name={name} opened={opened.current} close={close} choose={choose} />
      )}
    </section>
  );
};
