import { Button } from 'antd';
import { useRef, type ChangeEvent } from 'react';

interface Props {
  readonly label: string;
  readonly busy: boolean;
  readonly chosen: (file: File) => void;
}

const TABLES = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One table from this computer; the same name may be chosen again after it was corrected. */
export const FileChoice = ({ label, busy, chosen }: Props) => {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file) chosen(file);
    target.value = '';
  };
  return (
    <>
      <Button loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input ref={input} type="file" hidden aria-label={label} accept={TABLES} onChange={take} />
    </>
  );
};
