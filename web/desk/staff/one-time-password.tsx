import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { texts } from './texts';

/** Shown once; nothing keeps it. The focus goes there, so that it is read out. */
export const OneTimePassword = ({
  login,
  password,
  close,
}: {
  readonly login: string;
  readonly password: string;
  readonly close: () => void;
}) => {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="panel one-time" aria-label={texts.password} tabIndex={-1} ref={box}>
      <h2>{texts.password}</h2>
      <dl className="facts-list">
        <dt>{texts.login}</dt>
        <dd className="strong">{login}</dd>
        <dt>{texts.password}</dt>
        <dd>
          <code className="secret">{password}</code>
        </dd>
      </dl>
      <p className="quiet">{texts.passwordHint}</p>
      <Button onClick={close}>{texts.copied}</Button>
    </section>
  );
};
