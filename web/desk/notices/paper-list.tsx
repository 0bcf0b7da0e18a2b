import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import type { PaperView } from './api';
import { Paper } from './paper';
import { texts } from './texts';

interface Props {
  readonly query: UseQueryResult<readonly PaperView[]>;
  readonly title: string;
  readonly pdf: string;
  readonly empty: string;
  readonly emptyHint: string;
}

/** Papers to look at and to print, as this page or as PDF. */
export const PaperList = ({ query, title, pdf, empty, emptyHint }: Props) => (
  <AsyncView query={query}>
    {(papers) =>
      papers.length === 0 ? (
        <EmptyState title={empty}>{emptyHint}</EmptyState>
      ) : (
        <>
          <p className="filters no-print">
            <Button type="primary" onClick={() => window.print()}>
              {texts.board.print}
            </Button>
            <a href={pdf} target="_blank" rel="noreferrer" aria-label={texts.board.pdfOf(title)}>
              {texts.board.pdf}
            </a>
          </p>
          {papers.map((paper) => (
            <Paper key={paper.title} paper={paper} />
          ))}
        </>
      )
    }
  </AsyncView>
);
