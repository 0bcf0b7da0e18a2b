import { Button } from 'antd';
import { useRef } from 'react';
import { texts } from '../../texts';
import { Picture } from '../picture';
import { shrink } from '../shrink';
import type { StepProps } from './step';

const words = texts.photos;

interface TakeProps {
  readonly label: string;
  readonly camera: boolean;
  readonly add: (files: readonly File[]) => void;
}

const Take = ({ label, camera, add }: TakeProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="large" block type={camera ? 'primary' : 'default'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={label}
        accept="image/*"
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={({ target }) => {
          add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
};

/** The camera first: what was photographed is on the phone at once, encrypted. */
export const PhotoStep = ({ visit: { phone, sheet, change, keep } }: StepProps) => {
  const add = async (files: readonly File[]): Promise<void> => {
    const ids: string[] = [];
    for (const file of files) ids.push(await keep(await shrink(file)));
    change({ photos: [...sheet.photos, ...ids] });
  };
  const remove = (id: string): void => {
    change({ photos: sheet.photos.filter((one) => one !== id) });
    void phone.vault.remove('picture', id);
  };
  return (
    <>
      <p className="quiet">{words.hint}</p>
      <div className="visit-buttons">
        <Take label={words.take} camera add={(files) => void add(files)} />
        <Take label={words.choose} camera={false} add={(files) => void add(files)} />
      </div>
      <p role="status">{sheet.photos.length === 0 ? words.none : words.count(sheet.photos.length)}</p>
      <ul className="visit-pictures">
        {sheet.photos.map((id, index) => (
          <li key={id}>
            <Picture vault={phone.vault} id={id} alt={words.alt(index + 1)} />
            <Button size="small" onClick={() => remove(id)}>
              {words.remove(index + 1)}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};
