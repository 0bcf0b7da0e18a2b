import { Button } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Tag } from '../../shared/page/tag';
import type { FieldView } from './api';
import { texts } from './texts';

const { copy: words } = texts;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface Props {
  readonly caption: string;
  readonly fields: readonly FieldView[];
}

/** One field a row in the other system's order: copied by its button, which hands on to the next; changes are marked. */
export const CopyFields = ({ caption, fields }: Props) => {
  const [said, setSaid] = useState('');
  const body = useRef<HTMLTableSectionElement>(null);
  const focus = (at: number): void => body.current?.querySelectorAll('button')[at]?.focus();
  const copy = async (field: FieldView, at: number): Promise<void> => {
    try {
      await navigator.clipboard.writeText(field.value);
      setSaid(words.copied(field.title));
      focus(at + 1);
    } catch {
      // A page without encryption has no clipboard: the value stands selected for the keyboard.
      const value = body.current?.querySelectorAll('.copy-value')[at];
      if (value) window.getSelection()?.selectAllChildren(value);
      setSaid(words.failed);
    }
  };
  const move = (event: KeyboardEvent, at: number): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    focus(at + step);
  };
  return (
    <>
      <div className="table-wrap">
        <table className="case-table plain-table copy-fields" aria-label={caption}>
          <thead>
            <tr>
              {words.columns.map((title, at) => (
                <th key={title} scope="col" className={at === 3 ? 'no-print' : ''}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {fields.map((field, at) => (
              <tr key={field.title} className={field.differs ? 'differs' : ''}>
                <th scope="row">{field.title}</th>
                <td className="strong">
                  <span className="copy-value">
                    {field.value === '' ? <span className="quiet">{words.empty}</span> : field.value}
                  </span>{' '}
                  {field.differs ? <Tag tone="late">{words.differs}</Tag> : null}
                </td>
                <td className="quiet">{field.previous ?? '—'}</td>
                <td className="no-print">
                  <Button
                    size="small"
                    aria-label={words.label(field.title)}
                    onKeyDown={(event) => move(event, at)}
                    onClick={() => void copy(field, at)}
                  >
                    {words.copy}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet small no-print" role="status">
        {said || words.hint}
      </p>
    </>
  );
};
