import type { PaperView } from './api';

type Block = PaperView['blocks'][number];

const lines = (text: string) =>
  text.split('\n').map((line, at) => (
    <span key={at} className="paper-line">
      {line}
    </span>
  ));

const Drawn = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'letterhead':
      return <p className="paper-letterhead">{block.office}</p>;
    case 'title':
      return <h2 className="paper-title">{block.text}</h2>;
    case 'text':
      return <p>{block.text}</p>;
    case 'signature':
      return (
        <p className="paper-signature">
          {block.office}
          <br />
          {block.date}
        </p>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.columns.map(({ title, right }) => (
                <th key={title} scope="col" className={right ? 'num' : ''}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} className={block.columns[column]?.right ? 'num' : ''}>
                    {lines(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
};

/** A paper as it will be printed; the browser prints exactly this. */
export const Paper = ({ paper }: { readonly paper: PaperView }) => (
  <article className="paper" aria-label={paper.title}>
    {paper.blocks.map((block, at) => (
      <Drawn key={at} block={block} />
    ))}
  </article>
);
