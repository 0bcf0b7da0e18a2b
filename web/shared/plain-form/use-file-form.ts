import { useRef, type SyntheticEvent } from 'react';
import { useSending } from './use-sending';

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
  const { busy, problem, say, send: start } = useSending();
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const chosen = file.current?.files?.[0];
    if (!chosen) return say(noFile);
    if (lacking) return say(lacking);
    void start(() => send(chosen));
  };
  return { file, problem, busy, onSubmit };
};

/** An empty table with its head, to be filled in: the address of a download. */
export const tableTemplate = (columns: Readonly<Record<string, string>>): string =>
  `data:text/csv;charset=utf-8,${encodeURIComponent(`\u{feff}${Object.values(columns).join(',')}\n`)}`;
