import { Button } from 'antd';
import { useRef, useState } from 'react';
import { SignaturePad } from '../../../../shared/signature/signature-pad';
import { Picture } from '../picture';
import type { OpenVisit } from '../use-visit';

interface Props {
  readonly visit: OpenVisit;
  readonly label: string;
  readonly again: string;
  /** Picture of the signature, where there is one. */
  readonly signed: string | undefined;
  readonly put: (picture: string | undefined) => void;
}

/** Every stroke takes the place of the drawing before it, one after the other. */
const useDrawing = ({ visit, signed, put }: Props) => {
  const last = useRef(signed);
  const work = useRef<Promise<void>>(Promise.resolve());
  const replace = async (png: Blob | null): Promise<void> => {
    const before = last.current;
    const next = png ? await visit.keep(png) : undefined;
    last.current = next;
    put(next);
    if (before !== undefined) await visit.phone.vault.remove('picture', before);
  };
  return (png: Blob | null): void => {
    work.current = work.current.then(() => replace(png));
  };
};

/** Signed with a finger, or what was signed before. */
export const SignatureBox = (props: Props) => {
  const { visit, label, again, signed } = props;
  const [kept, setKept] = useState(signed);
  const draw = useDrawing(props);
  if (kept === undefined || signed === undefined)
    return (
      <>
        <p className="strong">{label}</p>
        <SignaturePad label={label} onSigned={draw} />
      </>
    );
  const renew = (): void => {
    setKept(undefined);
    draw(null);
  };
  return (
    <div role="group" aria-label={label}>
      <p className="strong">{`✓ ${label}`}</p>
      <Picture vault={visit.phone.vault} id={kept} alt={label} className="visit-signature" />
      <div>
        <Button onClick={renew}>{`${again}:${label}`}</Button>
      </div>
    </div>
  );
};
