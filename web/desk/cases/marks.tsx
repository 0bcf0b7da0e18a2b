import { Tag } from '../../shared/page/tag';
import { texts } from './texts';

interface Props {
  readonly emergency: boolean;
  readonly forcedVisit: boolean;
}

/** What must not be overlooked about a case, wherever it stands in a row. */
export const Marks = ({ emergency, forcedVisit }: Props) => (
  <>
    {emergency ? (
      <>
        {' '}
        <Tag tone="late">{texts.emergency}</Tag>
      </>
    ) : null}
    {forcedVisit ? (
      <>
        {' '}
        <Tag tone="accent">{texts.forcedVisit}</Tag>
      </>
    ) : null}
  </>
);
