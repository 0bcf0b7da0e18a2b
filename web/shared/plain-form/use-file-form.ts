import { useRef, useState, type SyntheticEvent } from 'react';
import { asProblem } from '../api/problem';

/** What a file's form is told: how it is sent, and the sentence for what is lacking before it can be. */
interface Sending {
  readonly send: (file: File) => Promise<void>;
  readonly noFile: string;
  /** Of the other fields. */
  readonly lacking?: string | undefined;
}

/** A form that sends one file: what stands in its way, and whether it is on its way. */
export const useFileForm = ({ send, noFile, lacking }: Sending) => {
  const file = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    const chosen = file.current?.files?.[0];
    if (!chosen) return setProblem(noFile);
    if (lacking) return setProblem(lacking);
    setBusy(true);
    setProblem('');
    try {
      await send(chosen);
    } catch (error) {
      setProblem(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void submit();
  };
  return { file, problem, busy, onSubmit };
};

/** An empty table with its head, to be filled in: the address of a download. */
export const tableTemplate = (columns: Readonly<Record<string, string>>): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\u{feff}${Object.values(columns).join(',')}\n`)}`;
