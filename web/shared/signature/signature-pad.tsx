import { Button } from 'antd';
import { useId, useState } from 'react';
import { ScanChoice } from './scan-choice';
import './signature-pad.css';
import { texts } from './texts';
import { usePad } from './use-pad';

interface Props {
  /** Who signs what, e.g. 「甲示例的核对授权」: names the pad for screen readers too. */
  readonly label: string;
  /** The drawing as PNG, or the scan or photo as chosen (a File); null once it is wiped. */
  readonly onSigned: (png: Blob | null) => void;
  /** A signature is kept already: shown as such until somebody wants to sign anew. */
  readonly signed?: boolean;
}

const Canvas = ({ label, onSigned }: Omit<Props, 'signed'>) => {
  const hint = useId();
  const [state, setState] = useState('');
  const [problem, setProblem] = useState('');
  const { canvas, wipe } = usePad((png) => {
    setProblem('');
    setState(png ? texts.drawn : '');
    onSigned(png);
  });
  const clear = (): void => {
    wipe();
    setState('');
    setProblem('');
    onSigned(null);
  };
  const take = (file: File): void => {
    if (!file.type.startsWith('image/')) return setProblem(texts.notImage);
    wipe();
    setProblem('');
    setState(texts.chosen(file.name));
    onSigned(file);
  };
  return (
    <>
      <div className="signature-hint" id={hint}>
        {texts.draw}
      </div>
      <canvas ref={canvas} role="img" aria-label={texts.area(label)} aria-describedby={hint} />
      <div className="signature-foot">
        <Button onClick={clear} aria-label={`${texts.clear}:${label}`}>
          {texts.clear}
        </Button>
        <ScanChoice label={label} chosen={take} />
        <span role="status">{state}</span>
        {problem ? (
          <span role="alert" className="field-problem">
            {problem}
          </span>
        ) : null}
      </div>
    </>
  );
};

/** Drawn with finger, mouse or pen; for who cannot, a scan or a photo of the signed paper. */
export const SignaturePad = ({ label, onSigned, signed = false }: Props) => {
  const [anew, setAnew] = useState(false);
  return (
    <div className="signature" role="group" aria-label={label}>
      {signed && !anew ? (
        <div className="signature-foot">
          <span className="signature-done">{`✓ ${texts.signed}`}</span>
          <Button onClick={() => setAnew(true)} aria-label={`${texts.again}:${label}`}>
            {texts.again}
          </Button>
        </div>
      ) : (
        <Canvas label={label} onSigned={onSigned} />
      )}
    </div>
  );
};
