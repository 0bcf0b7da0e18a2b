import { Fragment } from 'react';
import type { ParameterProposal } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { Checker } from '../checking/checker';
import { useDecideParameter } from './api';
import { categoryWords } from './categories';
import { sayValue } from './say-value';
import { texts } from './texts';

/** What changes and from when, beside what held until then. */
export const ProposalItem = ({ proposal }: { readonly proposal: ParameterProposal }) => {
  const decide = useDecideParameter();
  const { id, title, unitLabel, division, category, value, replaces, from, to, reference, documentId } = proposal;
  return (
    <Checker entry={proposal} permission="parameter.decide" give={(verdict) => decide(id, verdict)}>
      <div className="strong">
        {title}
        {category ? ` · ${categoryWords[category] ?? category}` : ''} · <DivisionName code={division} />
      </div>
      <dl className="diff">
        <dt>{texts.before}</dt>
        <dd>
          {replaces ? (
            <>
              <del>{sayValue(replaces.value, unitLabel)}</del>
              <span className="quiet small">
                {` (`}
                <DivisionName code={replaces.division} />
                {`,${showDate(replaces.from)}起)`}
              </span>
            </>
          ) : (
            texts.nothingBefore
          )}
        </dd>
        <dt>{texts.after}</dt>
        <dd>
          <ins>{sayValue(value, unitLabel)}</ins>
          {` ${showDate(from)}起${to ? `,至${showDate(to)}` : ''}`}
        </dd>
        <dt>{texts.reference}</dt>
        <dd>
          {reference}
          {documentId ? (
            <>
              {' '}
              <a href={`/api/v1/standards/documents/${documentId}/content`} target="_blank" rel="noreferrer">
                {texts.openPaper}
              </a>
            </>
          ) : null}
        </dd>
        {proposal.warnings.map((warning) => (
          <Fragment key={warning}>
            <dt>{texts.warning}</dt>
            <dd>{warning}</dd>
          </Fragment>
        ))}
      </dl>
    </Checker>
  );
};
