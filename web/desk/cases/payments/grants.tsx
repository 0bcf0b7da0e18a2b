import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { PlainTable } from '../../../shared/page/plain-table';
import type { GrantView } from './api';
import { texts } from './texts';

const { grants: words } = texts;

/** What the township gave the household directly, beside what is paid month by month. */
export const Grants = ({ grants }: { readonly grants: readonly GrantView[] }) =>
  grants.length === 0 ? null : (
    <section aria-label={words.caption}>
      <h2>{words.caption}</h2>
      <PlainTable caption={words.caption} columns={words.columns}>
        {grants.map((one) => (
          <tr key={one.id}>
            <td>{showDate(one.givenOn)}</td>
            <td>{one.recipient}</td>
            <td>{one.goods ? `${one.formLabel}:${one.goods}` : one.formLabel}</td>
            <td className="num">{showYuan(one.amount)}</td>
            <td>
              {one.reason}
              <div className="quiet small">{one.townshipName}</div>
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
