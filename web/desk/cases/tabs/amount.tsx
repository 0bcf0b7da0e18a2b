import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { api, dataOf } from '../../../shared/api/client';
import type { CaseView } from '../../../shared/api/types';
import { today } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { Receipt } from '../receipt/receipt';
import { caseKey } from '../api';

/** What the rules say of the present facts; another date can be tried. */
const Amount = ({ view }: { readonly view: CaseView }) => {
  const [on, setOn] = useState(today());
  const assessment = useQuery({
    queryKey: [...caseKey(view.id), 'assessment', on],
    queryFn: () =>
      dataOf(
        api.POST('/api/v1/cases/{caseId}/assessments/preview', { params: { path: { caseId: view.id } }, body: { on } }),
      ),
  });
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  return (
    <>
      <div className="filters">
        <label htmlFor="assessed-on">按这一天的标准试算</label>
        <Input
          id="assessed-on"
          type="date"
          value={on}
          style={{ width: 160 }}
          onChange={({ target }) => target.value && setOn(target.value)}
        />
      </div>
      <AsyncView query={assessment}>
        {(result) => <Receipt assessment={result} nameOf={(member) => names.get(member) ?? member} />}
      </AsyncView>
    </>
  );
};

export default Amount;
