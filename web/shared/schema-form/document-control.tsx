import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useSending } from '../plain-form/use-sending';
import { asList } from './schema';
import { useFormWorld, type ControlProps } from './world';

/** Upload inside the form: the file is stored with the case at once, the form keeps its number. */
const useUpload = (done: (id: string) => void) => {
  const { upload } = useFormWorld();
  const { busy, problem, send: start } = useSending();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const send = async (files: FileList | null): Promise<void> => {
    if (!upload || !files) return;
    await start(async () => {
      for (const file of files) {
        const { id, name } = await upload(file);
        setNames((before) => ({ ...before, [id]: name }));
        done(id);
      }
    });
  };
  return { send, busy, problem, names };
};

interface UploaderProps extends ControlProps {
  readonly ids: readonly string[];
  readonly many: boolean;
  readonly add: (id: string) => void;
  readonly remove: (id: string) => void;
}

const Uploader = ({ id, ids, many, add, remove, problem: wrong }: UploaderProps) => {
  const input = useRef<HTMLInputElement>(null);
  const { send, busy, problem, names } = useUpload(add);
  return (
    <div className="upload">
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/jpeg,image/png,application/pdf"
        multiple={many}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        onChange={({ target }) => {
          void send(target.files).then(() => {
            if (input.current) input.current.value = '';
          });
        }}
      />
      {busy ? <span role="status">正在上传…</span> : null}
      {problem ? <span className="field-problem">{problem}</span> : null}
      <ul className="uploaded">
        {ids.map((one, index) => (
          <li key={one}>
            {names[one] ?? `已上传的材料${index + 1}`}
            <Button type="link" size="small" onClick={() => remove(one)}>
              移除
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};

export const DocumentControl = (props: ControlProps) => {
  const id = typeof props.value === 'string' && props.value !== '' ? [props.value] : [];
  return <Uploader {...props} ids={id} many={false} add={props.change} remove={() => props.change(undefined)} />;
};

export const DocumentsControl = (props: ControlProps) => {
  const latest = useRef<readonly string[]>([]);
  const ids = asList(props.value).map(String);
  latest.current = ids;
  const set = (next: readonly string[]): void => {
    latest.current = next;
    props.change([...next]);
  };
  return (
    <Uploader
      {...props}
      ids={ids}
      many
      add={(id) => set([...latest.current, id])}
      remove={(id) => set(latest.current.filter((one) => one !== id))}
    />
  );
};
