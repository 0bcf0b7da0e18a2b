import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTakenFile, type FileView } from './api';
import { texts } from './texts';

const { file: words } = texts;

interface Props {
  readonly taken: FileView;
  /** Shown once it is read. */
  readonly children: ReactNode;
}

/** How far the worker has read a file, then what came of it, or why it could not be read. */
export const FileProgress = ({ taken, children }: Props) => {
  const { state, name, done, total, problem } = useTakenFile(taken);
  if (state === 'failed') return <Alert type="error" className="gap" title={`${words.failed(name)}${problem ?? ''}`} />;
  if (state === 'done') return children;
  const sentence = words.reading(name, done, total);
  return (
    <div role="status">
      <p>{sentence}</p>
      <progress {...(total === null ? {} : { value: done, max: total })} aria-label={sentence} />
      <p className="quiet small">{words.leave}</p>
    </div>
  );
};
