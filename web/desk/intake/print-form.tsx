import { Button } from 'antd';
import { texts } from './texts';

interface Props {
  readonly draftId: string;
  readonly ready: boolean;
  readonly save: () => Promise<boolean>;
}

/** The form as typed so far, on paper: saved first, so that the paper shows what the screen shows. */
export const PrintForm = ({ draftId, ready, save }: Props) => {
  const print = async (): Promise<void> => {
    if (await save()) window.open(`/api/v1/drafts/${draftId}/print`, '_blank', 'noreferrer');
  };
  return (
    <section className="panel">
      <Button block disabled={!ready} onClick={() => void print()}>
        {texts.print}
      </Button>
      <p className="quiet small">{ready ? texts.printHint : texts.printFirst}</p>
    </section>
  );
};
