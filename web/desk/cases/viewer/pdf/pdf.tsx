import type { Held } from '../turning';
import { Pages } from './pages';
import { texts } from './texts';
import { usePdf } from './use-pdf';

interface Props {
  readonly src: string;
  readonly name: string;
  readonly held: Held;
}

/** A PDF in the viewer, and the ways to the file itself, also when it cannot be shown. */
export const Pdf = ({ src, name, held }: Props) => {
  const opened = usePdf(src);
  return (
    <>
      {opened.state === 'loading' ? <p role="status">{texts.loading}</p> : null}
      {opened.state === 'failed' ? <p role="alert">{opened.saying}</p> : null}
      {opened.state === 'open' ? <Pages pdf={opened.pdf} name={name} held={held} /> : null}
      <p className="viewer-file">
        <a href={src} target="_blank" rel="noreferrer">
          {texts.open}
        </a>
        <a href={src} download={name}>
          {texts.download}
        </a>
      </p>
    </>
  );
};
