import { App, Button } from 'antd';
import type { CaseView } from '../../../shared/api/types';
import type { JsonSchema } from '../../../shared/schema-form/schema';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useLifecycle } from '../api';
import { ActionForm } from './action-form';
import { findChosen, type Chosen } from './chosen';
import { texts } from './texts';

interface Props {
  readonly view: CaseView;
  readonly chosen: string;
  readonly close: () => void;
}

const Known = ({
  view,
  chosen,
  name,
  close,
}: Omit<Props, 'chosen'> & { readonly chosen: Chosen; readonly name: string }) => {
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
export const ActionPanel = ({ view, chosen: name, close }: Props) => {
  const chosen = findChosen(view, name);
  return (
    <section className="panel" aria-label={chosen?.title ?? texts.gone}>
      {chosen ? (
        <Known view={view} chosen={chosen} name={name} close={close} />
      ) : (
        <>
          <h2>{texts.gone}</h2>
          <p>{texts.goneHint}</p>
          <Button onClick={close}>{texts.back}</Button>
        </>
      )}
    </section>
  );
};
