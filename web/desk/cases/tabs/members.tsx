import { Button } from 'antd';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../../../shared/api/client';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView, MemberView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { useMay } from '../../session/api';
import { relationWords } from '../names';

/** The whole number is shown on request only, and the request is recorded. */
const IdNumber = ({ caseId, member }: { readonly caseId: string; readonly member: MemberView }) => {
  const [shown, setShown] = useState(false);
  const mayReveal = useMay('case.identity');
  const reveal = useMutation({
    mutationFn: () =>
      dataOf(
        api.GET('/api/v1/cases/{caseId}/members/{personId}/identity', {
          params: { path: { caseId, personId: member.personId } },
        }),
      ),
    onSuccess: () => setShown(true),
  });
  if (!member.idNumberMasked) return <span className="quiet">未登记</span>;
  if (shown && reveal.data)
    return (
      <>
        <span>{reveal.data.idNumber}</span>
        {reveal.data.phone ? <div className="small">{`电话 ${reveal.data.phone}`}</div> : null}
        <Button type="link" size="small" onClick={() => setShown(false)}>
          收起
        </Button>
      </>
    );
  if (!mayReveal) return <span>{member.idNumberMasked}</span>;
  return (
    <>
      {member.idNumberMasked}{' '}
      <Button
        type="link"
        size="small"
        loading={reveal.isPending}
        onClick={() => reveal.mutate()}
        title="查看会留下记录"
      >
        显示全号
      </Button>
      {reveal.isError ? <div className="field-problem">{asProblem(reveal.error).message}</div> : null}
    </>
  );
};

const sexWords: Readonly<Record<string, string>> = { male: '男', female: '女' };

const leaving: Readonly<Record<string, string>> = {
  death: '去世',
  divorce: '离婚',
  marriage: '婚嫁',
  missing: '失踪',
  movedOut: '迁出、分户',
  prison: '服刑',
};

/** Still at home, or since when not, and why. */
const standing = ({ diedOn, leftOn, leftBecause }: MemberView): string => {
  if (diedOn) return `${showDate(diedOn)}去世`;
  if (!leftOn) return '共同生活';
  return `${showDate(leftOn)}离开${leftBecause ? `(${leaving[leftBecause] ?? leftBecause})` : ''}`;
};

/** Near relatives of staff and village cadres stand in a register of their own (S1 §11). */
const Relatives = ({ view }: { readonly view: CaseView }) => {
  const register = useMay('relative.declare');
  if (view.relatives.length === 0 && !register) return null;
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  return (
    <section aria-label="近亲属备案">
      <h2>近亲属备案</h2>
      <ul>
        {view.relatives.map(({ personId, relativeName, post, relation }) => (
          <li key={`${personId} ${relativeName}`}>
            {`${names.get(personId) ?? ''}是${relativeName}(${post})的近亲属:${relation}`}
          </li>
        ))}
      </ul>
      <p>
        <Link to={`/cases/${view.id}/relatives`}>{register ? '补登近亲属、查看备案' : '查看备案'}</Link>
      </p>
    </section>
  );
};

const titles = ['姓名', '与申请人关系', '性别、年龄', '身份证号', '状态', '保障对象', '核对授权'];

const authorisation = ({ mustAuthorise, authorised }: MemberView): string =>
  authorised ? '已签授权' : mustAuthorise ? '待签授权' : '不需授权';

const Members = ({ view }: { readonly view: CaseView }) => (
  <>
    <div className="table-wrap">
      <table className="case-table plain-table" aria-label="家庭成员">
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.members.map((member) => (
            <tr key={member.personId}>
              <td className="strong">{member.name}</td>
              <td>{relationWords[member.relation] ?? member.relation}</td>
              <td>{`${sexWords[member.sex] ?? ''} ${member.age}岁`}</td>
              <td>
                <IdNumber caseId={view.id} member={member} />
              </td>
              <td>{standing(member)}</td>
              <td>{member.beneficiary ? <Tag tone="accent">是</Tag> : <Tag>否</Tag>}</td>
              <td>{authorisation(member)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <Relatives view={view} />
  </>
);

export default Members;
