import { Button } from 'antd';
import { readDraft } from './api';
import { texts } from './texts';
import type { SaveState } from './use-autosave';

interface Props {
  readonly draftId: string;
  readonly state: SaveState;
  readonly save: () => Promise<boolean>;
  readonly overwrite: (version: number) => Promise<boolean>;
}

export const SaveLine = ({ draftId, state, save, overwrite }: Props) => {
  if (state.is !== 'failed') {
    return (
      <span role="status" className="quiet">
        {texts.saveStates[state.is]}
      </span>
    );
  }
  const takeMine = async (): Promise<void> => {
    const { version } = await readDraft(draftId);
    await overwrite(version);
  };
  return (
    <span role="alert" className="field-problem">
      {`${texts.saveFailed}${state.problem.message} `}
      {state.problem.status === 409 ? (
        <Button size="small" onClick={() => void takeMine()}>
          {texts.keepMine}
        </Button>
      ) : (
        <Button size="small" onClick={() => void save()}>
          {texts.saveAgain}
        </Button>
      )}
    </span>
  );
};
