import { Button } from 'antd';
import type { DocumentView } from '../../../shared/api/types';
import { contentOf } from './content-of';
import { Pdf } from './pdf/pdf';
import { Picture } from './picture';
import { texts } from './texts';
import type { Held, Turning } from './turning';
import './viewer.css';

/** How a kind of file is shown: pictures by what every browser of the offices draws itself. */
const shown: Readonly<Record<string, typeof Picture>> = {
  'image/jpeg': Picture,
  'image/png': Picture,
  'image/webp': Picture,
  'application/pdf': Pdf,
};

export const isDrawn = (mime: string): boolean => mime in shown;

interface Props {
  readonly caseId: string;
  readonly one: Pick<DocumentView, 'id' | 'name' | 'mime'>;
  readonly held: Held;
}

/** A paper of a case as it is held, or the way to it where a browser cannot show it; every look is written down. */
export const Paper = ({ caseId, one, held }: Props) => {
  const src = contentOf(caseId, one.id);
  const Shown = shown[one.mime];
  if (Shown) return <Shown src={src} name={one.name} held={held} />;
  return (
    <div className="viewer-other">
      <p>{texts.other}</p>
      <a href={src} target="_blank" rel="noreferrer" download={one.name}>
        {texts.download}
      </a>
    </div>
  );
};

const keys = { larger: '+', smaller: '-', turn: 'r', fit: '0' } as const satisfies Record<Turning, string>;
const names = Object.keys(keys) as Turning[];

interface Turned {
  readonly turn: (way: Turning) => void;
}

export const TurningButtons = ({ turn }: Turned) =>
  names.map((way) => (
    <Button key={way} onClick={() => turn(way)}>
      {texts[way]}
    </Button>
  ));

/** The same by single keys. */
export const turningKeys = (turn: Turned['turn']): Readonly<Record<string, () => void>> => ({
  '=': () => turn('larger'),
  ...Object.fromEntries(names.map((way) => [keys[way], () => turn(way)])),
});
