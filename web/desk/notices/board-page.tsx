import { Input } from 'antd';
import { useParams } from 'react-router';
import { today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { useUrlFilters } from '../../shared/url-filters';
import { pdfOf, useBoard, usePlaceName } from './api';
import './notices.css';
import { PaperList } from './paper-list';
import { texts } from './texts';

const { board: words } = texts;

const BoardPage = () => {
  const { division = '' } = useParams();
  const [{ postedOn }, set] = useUrlFilters(['postedOn']);
  const title = words.title(usePlaceName(division));
  return (
    <Page title={title} crumbs={[{ label: texts.crumbs, to: '/notices' }, { label: title }]}>
      <div className="filters no-print">
        <label htmlFor="posted-on">{words.postedOn}</label>
        <Input
          id="posted-on"
          type="date"
          style={{ width: 160 }}
          value={postedOn || today()}
          onChange={({ target }) => set({ postedOn: target.value })}
        />
        <span className="quiet small">{words.hint}</span>
      </div>
      <PaperList
        query={useBoard(division, postedOn)}
        title={title}
        pdf={pdfOf.board(division, postedOn)}
        empty={words.empty}
        emptyHint={words.emptyHint}
      />
    </Page>
  );
};

export { BoardPage as Component };
