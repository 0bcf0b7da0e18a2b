import { App, Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { asProblem } from '../../../shared/api/problem';
import { useToldSending } from '../../../shared/plain-form/use-sending';
import { useDeleteView, useSavedViews, useSaveView, type SavedView } from './api';
import { texts } from './texts';

interface Props {
  /** What the list shows now. */
  readonly now: Pick<SavedView, 'filters' | 'columns'>;
  readonly apply: (view: SavedView) => void;
}

const Naming = ({ now }: Pick<Props, 'now'>) => {
  const [name, setName] = useState('');
  const { message } = App.useApp();
  const { send } = useToldSending();
  const save = useSaveView();
  return (
    <form
      className="view-name"
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        if (given === '') return void message.warning(texts.needName);
        void send(async () => {
          await save.mutateAsync({ name: given, ...now });
          setName('');
        }, texts.saved(given));
      }}
    >
      <Input
        aria-label={texts.viewName}
        placeholder={texts.saveView}
        maxLength={40}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button htmlType="submit" loading={save.isPending}>
        {texts.save}
      </Button>
    </form>
  );
};

const Views = ({ apply }: Pick<Props, 'apply'>) => {
  const { data: views = [], isError, error } = useSavedViews();
  const { send } = useToldSending();
  const remove = useDeleteView();
  if (isError) return <p role="alert">{asProblem(error).message}</p>;
  if (views.length === 0) return <p className="quiet">{texts.noViews}</p>;
  return (
    <ul className="view-list">
      {views.map((view) => (
        <li key={view.id}>
          <button type="button" className="link" onClick={() => apply(view)}>
            {view.name}
          </button>
          <Button
            type="text"
            size="small"
            aria-label={texts.remove(view.name)}
            onClick={() => void send(() => remove.mutateAsync(view.id))}
          >
            {texts.delete}
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Filters and columns that an officer keeps under a name. */
export const SavedViews = ({ now, apply }: Props) => {
  const [open, setOpen] = useState(false);
  const choose = (view: SavedView): void => {
    setOpen(false);
    apply(view);
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <section aria-label={texts.views} className="views">
          <Views apply={choose} />
          <Naming now={now} />
        </section>
      }
    >
      <Button aria-expanded={open}>{texts.views}</Button>
    </Popover>
  );
};
