import { Button } from 'antd';
import { useState } from 'react';
import { useMay } from '../../session/api';
import { ImportForm } from './import-form';
import { texts } from './texts';
import { WaitingList } from './waiting-list';

const { batch: words } = texts;

/** Accounts by the file and by the list, for whoever may; opened when asked for. */
export const AccountsBatch = () => {
  const mayPropose = useMay('cardAccount.propose');
  const mayDecide = useMay('cardAccount.decide');
  const [opened, open] = useState<'import' | 'list'>();
  if (!mayPropose && !mayDecide) return null;
  return (
    <section className="panel no-print" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="quiet small">{words.hint}</p>
      <div className="form-foot gap">
        {mayPropose ? <Button onClick={() => open('import')}>{words.openImport}</Button> : null}
        {mayDecide ? <Button onClick={() => open('list')}>{words.openList}</Button> : null}
        {opened ? <Button onClick={() => open(undefined)}>{words.close}</Button> : null}
      </div>
      {opened === 'import' ? <ImportForm /> : null}
      {opened === 'list' ? <WaitingList /> : null}
    </section>
  );
};
