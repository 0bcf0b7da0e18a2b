import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProblemError } from '../../../shared/api/problem';
import { ErrorState, Loading } from '../../../shared/states/states';
import { SESSION } from '../../session/api';
import { keptSession } from './phone';

interface Props {
  readonly problem: ProblemError;
  readonly retry: () => void;
}

/** A visit is opened without network: the person who used this phone last goes on; the office asks again at the first request. */
const WithoutNetwork = ({ problem, retry }: Props) => {
  const queries = useQueryClient();
  const [nobody, setNobody] = useState(false);
  useEffect(() => {
    void keptSession().then((session) => {
      if (session) queries.setQueryData(SESSION, session);
      else setNobody(true);
    });
  }, [queries]);
  if (!nobody) return <Loading />;
  return (
    <main className="log-in">
      <ErrorState problem={problem} retry={retry} />
    </main>
  );
};

export default WithoutNetwork;
