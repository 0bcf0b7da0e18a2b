import { Alert, Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { asProblem } from '../../shared/api/problem';
import { described, Field } from '../../shared/schema-form/field';
import { useLogIn } from './api';
import { texts } from './texts';

export const LogInForm = () => {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useRef<InputRef>(null);
  const logIn = useLogIn();
  useEffect(() => {
    first.current?.focus();
  }, []);
  const problems = {
    login: asked && login.trim() === '' ? texts.needLogin : undefined,
    password: asked && password === '' ? texts.needPassword : undefined,
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (login.trim() !== '' && password !== '') logIn.mutate({ login: login.trim(), password });
  };
  return (
    <form onSubmit={submit} noValidate>
      {logIn.isError ? <Alert type="error" showIcon title={asProblem(logIn.error).message} className="gap" /> : null}
      <Field id="login" label={texts.login} required problem={problems.login}>
        <Input
          {...described('login', problems.login)}
          ref={first}
          size="large"
          autoComplete="username"
          value={login}
          onChange={({ target }) => setLogin(target.value)}
        />
      </Field>
      <Field id="password" label={texts.password} required problem={problems.password}>
        <Input.Password
          {...described('password', problems.password)}
          size="large"
          autoComplete="current-password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={logIn.isPending}>
        {texts.enter}
      </Button>
    </form>
  );
};
