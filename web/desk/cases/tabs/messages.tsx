import type { CaseView, MessageView } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useMessages } from '../api';
import { printOf } from '../prints/api';
import { PrintLink } from '../prints/print-link';

const texts = {
  empty: '还没有往来',
  hint: '发给家庭的文书、送达回证和系统之间的消息都列在这里。',
  list: '往来',
  columns: ['发出时间', '内容', '状态', '回证'],
} as const;

const tones = { waiting: 'accent', delivered: 'good', failed: 'late' } as const;

const Row = ({ caseId, one }: { readonly caseId: string; readonly one: MessageView }) => (
  <tr>
    <td>{showInstant(one.sentAt)}</td>
    <td>
      {one.letterId ? (
        <PrintLink href={printOf.letter(caseId, one.letterId)} label={`${one.title}(PDF,新窗口)`}>
          {one.title}
        </PrintLink>
      ) : (
        one.title
      )}
    </td>
    <td>
      <Tag tone={tones[one.state]}>{one.stateLabel}</Tag>
    </td>
    <td>{one.receipt ?? '—'}</td>
  </tr>
);

const Messages = ({ view }: { readonly view: CaseView }) => (
  <AsyncView query={useMessages(view.id)}>
    {(list) =>
      list.length === 0 ? (
        <EmptyState title={texts.empty}>{texts.hint}</EmptyState>
      ) : (
        <div className="table-wrap">
          <table className="case-table plain-table" aria-label={texts.list}>
            <thead>
              <tr>
                {texts.columns.map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.map((one) => (
                <Row key={one.id} caseId={view.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )
    }
  </AsyncView>
);

export default Messages;
