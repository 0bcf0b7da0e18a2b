import { Button } from 'antd';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../../../shared/api/client';
import { asProblem } from '../../../shared/api/problem';
import type { CaseView, MemberView } from '../../../shared/api/types';
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
  if (shown && reveal.data) return <span>{reveal.data.idNumber}</span>;
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

const authorisation = ({ mustAuthorise, authorised }: MemberView): string =>
  authorised ? '已签授权' : mustAuthorise ? '待签授权' : '不需授权';

const Members = ({ view }: { readonly view: CaseView }) => (
  <div className="table-wrap">
    <table className="case-table plain-table" aria-label="家庭成员">
      <thead>
        <tr>
          {['姓名', '与申请人关系', '年龄', '身份证号', '保障对象', '核对授权'].map((title) => (
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
            <td>{`${member.age}岁`}</td>
            <td>
              <IdNumber caseId={view.id} member={member} />
            </td>
            <td>{member.beneficiary ? <Tag tone="accent">是</Tag> : <Tag>否</Tag>}</td>
            <td>{authorisation(member)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export default Members;
