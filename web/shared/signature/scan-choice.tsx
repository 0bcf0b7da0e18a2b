import { Button } from 'antd';
import { useRef } from 'react';
import { texts } from './texts';

interface Props {
  readonly label: string;
  readonly chosen: (file: File) => void;
}

/** The way for who cannot draw: a scan, or a photo of the signed paper. Both work by keyboard. */
export const ScanChoice = ({ label, chosen }: Props) => {
  const scan = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const input = (name: string) => ({
    type: 'file',
    hidden: true,
    accept: 'image/*',
    'aria-label': `${label}:${name}`,
    onChange: ({ target }: React.ChangeEvent<HTMLInputElement>) => {
      const file = target.files?.[0];
      target.value = '';
      if (file) chosen(file);
    },
  });
  return (
    <>
      <input ref={scan} {...input(texts.scan)} />
      <input ref={photo} {...input(texts.photo)} capture="environment" />
      <Button onClick={() => scan.current?.click()} aria-label={`${texts.scan}:${label}`}>
        {texts.scan}
      </Button>
      <Button onClick={() => photo.current?.click()} aria-label={`${texts.photo}:${label}`}>
        {texts.photo}
      </Button>
    </>
  );
};
