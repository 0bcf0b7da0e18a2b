import { useState } from 'react';
import type { Held } from './turning';
import { texts } from './texts';

interface Props {
  readonly src: string;
  readonly name: string;
  readonly held: Held;
}

/** Large pictures scroll inside the viewer; the page stays where it is. */
export const Picture = ({ src, name, held: { zoom, turns } }: Props) => {
  const [failed, setFailed] = useState(false);
  if (failed) return <p role="alert">{texts.failed}</p>;
  return (
    <div className="viewer-picture" tabIndex={0} role="group" aria-label={name}>
      <img
        src={src}
        alt={name}
        style={{ width: `${zoom * 100}%`, transform: `rotate(${turns * 90}deg)` }}
        onError={() => setFailed(true)}
      />
    </div>
  );
};
