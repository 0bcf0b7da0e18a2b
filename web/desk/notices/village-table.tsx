import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { TimeLeft } from '../../shared/page/time-left';
import type { NoticeItem } from './api';
import { texts } from './texts';

interface Choosing {
  /** Undefined: this post records nothing. */
  readonly chosen: ReadonlySet<string> | undefined;
  readonly choose: (caseIds: readonly string[], on: boolean) => void;
}

/** What is left to record for a household, if anything. */
export const recordable = ({ state, endPhoto }: NoticeItem): 'posting' | 'endPhoto' | undefined => {
  if (state === 'toPost') return 'posting';
  return (state === 'running' || state === 'endPhoto') && !endPhoto ? 'endPhoto' : undefined;
};

const tones = { toPost: 'accent', running: 'plain', endPhoto: 'late', objected: 'late' } as const;

const Todo = ({
  item: { caseId, state, todo, postBy, endsOn, endPhoto, objections },
}: {
  readonly item: NoticeItem;
}) => (
  <>
    {state === 'running' ? texts.until(endsOn) : todo}
    {state === 'toPost' && postBy ? (
      <div className="small">
        <TimeLeft dueAt={postBy} />
      </div>
    ) : null}
    {endPhoto ? <div className="quiet small">{texts.endPhotoKept}</div> : null}
    {objections > 0 ? (
      <div className="small">
        <Link to={`/cases/${caseId}?tab=timeline`}>{texts.objections(objections)}</Link>
      </div>
    ) : null}
  </>
);

const Row = ({ item, chosen, choose }: { readonly item: NoticeItem } & Choosing) => (
  <tr>
    {chosen ? (
      <td>
        {recordable(item) ? (
          <Checkbox
            aria-label={texts.chooseOf(item.applicantName)}
            checked={chosen.has(item.caseId)}
            onChange={({ target }) => choose([item.caseId], target.checked)}
          />
        ) : null}
      </td>
    ) : null}
    <td>
      <Link to={`/cases/${item.caseId}`} className="strong">
        {item.applicantName}
      </Link>{' '}
      <Tag tone={tones[item.state]}>{item.stateLabel}</Tag>
      <div className="quiet small">{item.number}</div>
      {item.minor ? <div className="small">{texts.minor}</div> : null}
    </td>
    <td className="num">{`${item.memberCount}/${item.supported}人`}</td>
    <td className="num">{showYuan(item.monthly)}</td>
    <td>
      <Todo item={item} />
    </td>
  </tr>
);

/** The notices of one village, with what hangs on its board and what the web shows of it. */
export const VillageTable = ({ items, chosen, choose }: { readonly items: readonly NoticeItem[] } & Choosing) => {
  const [first] = items;
  if (!first) return null;
  const { division, place, divisionPath } = first;
  const open = items.filter(recordable).map(({ caseId }) => caseId);
  const all = chosen !== undefined && open.length > 0 && open.every((caseId) => chosen.has(caseId));
  const { columns } = texts;
  return (
    <section className="village" aria-label={place}>
      <div className="village-head">
        <h2>
          {place} <span className="count">{texts.households(items.length)}</span>
        </h2>
        <span className="quiet small">{divisionPath}</span>
        <span className="village-links">
          <Link to={`/notices/board/${division}`} aria-label={texts.printListOf(place)}>
            {texts.printList}
          </Link>
          <a href={`/public?division=${division}`} target="_blank" rel="noreferrer" aria-label={texts.webOf(place)}>
            {texts.web}
          </a>
        </span>
      </div>
      <div className="table-wrap">
        <table className="case-table plain-table" aria-label={place}>
          <thead>
            <tr>
              {chosen ? (
                <th scope="col" style={{ width: 44 }}>
                  {open.length > 0 ? (
                    <Checkbox
                      aria-label={texts.chooseAll(place)}
                      checked={all}
                      onChange={({ target }) => choose(open, target.checked)}
                    />
                  ) : (
                    <span className="skip">{columns.choose}</span>
                  )}
                </th>
              ) : null}
              <th scope="col">{columns.applicant}</th>
              <th scope="col" className="num" style={{ width: 110 }}>
                {columns.people}
              </th>
              <th scope="col" className="num" style={{ width: 130 }}>
                {columns.monthly}
              </th>
              <th scope="col" style={{ width: '40%' }}>
                {columns.todo}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.caseId} item={item} chosen={chosen} choose={choose} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
