import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  readonly hint?: ReactNode;
  /** A group of controls: the label names the group instead of one control. */
  readonly group?: boolean;
  readonly children: ReactNode;
}

/** A label, its control, and the sentence that says what is wrong, right beside it. */
export const Field = ({ id, label, required = false, problem, hint, group = false, children }: Props) => {
  const words = (
    <>
      {label}
      {required ? null : <span className="optional">(选填)</span>}
    </>
  );
  return (
    <div
      className={problem ? 'field field-wrong' : 'field'}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
      {...(group && problem ? { 'aria-describedby': `${id}-problem` } : {})}
    >
      {group ? (
        <div className="field-label" id={`${id}-label`}>
          {words}
        </div>
      ) : (
        <label className="field-label" htmlFor={id}>
          {words}
        </label>
      )}
      {hint ? <div className="field-hint">{hint}</div> : null}
      {children}
      {problem ? (
        <div className="field-problem" id={`${id}-problem`}>
          {problem}
        </div>
      ) : null}
    </div>
  );
};

/** What a control needs so that its error is read out with it. */
export const described = (id: string, problem: string | undefined) => ({
  id,
  ...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem`, status: 'error' as const } : {}),
});
