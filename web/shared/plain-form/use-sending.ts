import { App } from 'antd';
import { useState } from 'react';
import { asProblem } from '../api/problem';

type Work = () => Promise<unknown>;

/** Whether work is on its way; what stands in its way is told in a sentence. */
const useBusy = () => {
  const [busy, setBusy] = useState(false);
  const during = async (work: Work, tell: (problem: string) => unknown): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      tell(asProblem(error).message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, during };
};

/** What a button or form sends: whether it is on its way, and what stood in its way, to be said beside it. */
export const useSending = () => {
  const { busy, during } = useBusy();
  const [problem, say] = useState('');
  const send = (work: Work): Promise<void> => {
    say('');
    return during(work, say);
  };
  return { busy, problem, say, send };
};

/** The same where there is no room beside the button: a problem is told on top of the page, and what was done where it is given. */
export const useToldSending = () => {
  const { message } = App.useApp();
  const { busy, during } = useBusy();
  const send = (work: Work, done?: string): Promise<void> =>
    during(
      async () => {
        await work();
        if (done) void message.success(done);
      },
      (problem) => message.error(problem),
    );
  return { busy, send };
};
