import { Tag } from '../../shared/page/tag';
import type { PackageView } from './api';
import { texts } from './texts';

const { packages: words } = texts;
const tones = { building: 'plain', ready: 'accent', failed: 'late' } as const;

/** Where a package stands: being made, waiting for its receipts, answered whole, or failed with the reason. */
export const PackageState = ({ one }: { readonly one: PackageView }) => {
  const answered = one.state === 'ready' && one.count > 0 && one.accepted === one.count;
  if (one.state === 'ready' && one.count === 0) return <Tag>{words.nothing}</Tag>;
  return (
    <>
      <Tag tone={answered ? 'good' : tones[one.state]}>{words.states[one.state]}</Tag>
      {one.reason ? <div className="small">{one.reason}</div> : null}
    </>
  );
};
