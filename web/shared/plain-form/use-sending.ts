import { App } from 'antd';
import { useState } from 'react';
import { asProblem } from '../api/problem';

type Work = () => Promise<unknown>;

/** What a button or form sends: whether it is on its way, and what stood in its way, to be said beside it. */
export const useSending = () => {
  const [busy, setBusy] = useState(false);
  const [problem, say] = useState('');
  const send = async (work: Work): Promise<void> => {
    setBusy(true);
    say('');
    try {
      await work();
    } catch (error) {
      say(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, say, send };
};

/** The same where there is no room beside the button: a problem is told on top of the page, and what was done where it is given. */
export const useToldSending = () => {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const send = async (work: Work, done?: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      if (done) void message.success(done);
    } catch (error) {
      void message.error(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
};
