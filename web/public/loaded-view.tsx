import type { ReactNode } from 'react';
import { texts } from './texts';
import type { Loaded } from './use-loaded';

/** Loading, failed with its sentence, or the content. */
export const LoadedView = <Data,>({
  answer,
  children,
}: {
  readonly answer: Loaded<Data>;
  readonly children: (data: Data) => ReactNode;
}) => {
  if (answer.state === 'loaded') return <>{children(answer.data)}</>;
  if (answer.state === 'loading') return <p role="status">{texts.loading}</p>;
  return (
    <div role="alert" className="failed">
      <p>{answer.problem.message}</p>
      <button type="button" onClick={answer.again}>
        {texts.retry}
      </button>
    </div>
  );
};
