import { App } from 'antd';
import { useParams } from 'react-router';
import { CaseTable } from '../../shared/case-table';
import type { CaseView, RelativeView } from '../../shared/api/types';
import { Page } from '../../shared/page/page';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { useCase } from '../cases/api';
import { useMay } from '../session/api';
import { useCaseRelatives, useColleagues, useRegister } from './api';
import { columns } from './columns';
import { texts } from './texts';

const choices = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

const DeclareForm = ({ view }: { readonly view: CaseView }) => {
  const { data: colleagues = [] } = useColleagues();
  const { declare } = useRegister(view.id);
  const { message } = App.useApp();
  const members = view.members.map(({ personId, name }) => ({ value: personId, label: name }));
  const staff = colleagues.map(({ id, name, divisionName, roleLabel }) => ({
    value: id,
    label: `${name}(${divisionName}${roleLabel})`,
  }));
  return (
    <section className="panel">
      <h2>{texts.declare}</h2>
      <p className="quiet small">{texts.declareHint}</p>
      <PlainForm
        id={`relative-${view.id}`}
        fields={[
          { name: 'personId', label: texts.person, type: 'choice', required: true, options: members },
          { name: 'staffId', label: texts.account, type: 'choice', hint: texts.accountHint, options: staff },
          { name: 'relativeName', label: texts.written, type: 'text' },
          { name: 'post', label: texts.post, type: 'text', required: true },
          {
            name: 'relation',
            label: texts.relation,
            type: 'choice',
            required: true,
            options: choices(texts.relations),
          },
        ]}
        submit={texts.declare}
        send={declare}
        done={() => void message.success(texts.done)}
      />
    </section>
  );
};

const EndForm = ({ caseId, open }: { readonly caseId: string; readonly open: readonly RelativeView[] }) => {
  const { end } = useRegister(caseId);
  const { message } = App.useApp();
  const options = open.map(({ id, relativeName, personName, relation }) => ({
    value: id,
    label: `${relativeName} — ${personName}(${relation})`,
  }));
  return (
    <section className="panel">
      <h2>{texts.end}</h2>
      <p className="quiet small">{texts.endHint}</p>
      <PlainForm
        id={`relative-end-${caseId}`}
        primary={false}
        fields={[
          { name: 'declarationId', label: texts.which, type: 'choice', required: true, options },
          { name: 'reason', label: texts.reason, type: 'text', required: true },
        ]}
        submit={texts.end}
        send={end}
        done={() => void message.success(texts.finished)}
      />
    </section>
  );
};

const Body = ({ view, rows }: { readonly view: CaseView; readonly rows: readonly RelativeView[] }) => {
  const [mayDeclare, mayEnd] = [useMay('relative.declare'), useMay('relative.end')];
  const open = rows.filter(({ ended }) => ended === null);
  return (
    <Page
      title={texts.of(view.number)}
      crumbs={[
        { label: '案件', to: '/cases' },
        { label: view.number, to: `/cases/${view.id}` },
        { label: texts.title },
      ]}
    >
      {rows.length === 0 ? (
        <p className="panel quiet">{texts.none}</p>
      ) : (
        <CaseTable
          label={texts.title}
          rows={rows}
          columns={columns}
          keyOf={({ id }) => id}
          to={() => `/cases/${view.id}`}
        />
      )}
      {mayDeclare ? <DeclareForm view={view} /> : null}
      {mayEnd && open.length > 0 ? <EndForm caseId={view.id} open={open} /> : null}
    </Page>
  );
};

const CaseRelativesPage = () => {
  const { caseId = '' } = useParams();
  const relatives = useCaseRelatives(caseId);
  return (
    <AsyncView query={useCase(caseId)}>
      {(view) => <AsyncView query={relatives}>{(rows) => <Body view={view} rows={rows} />}</AsyncView>}
    </AsyncView>
  );
};

export { CaseRelativesPage as Component };
