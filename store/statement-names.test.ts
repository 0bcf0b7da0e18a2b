import { createStatementNames } from './statement-names';

describe('names of prepared statements', () => {
  it('one text has one name, another text another', () => {
    const nameOf = createStatementNames();
    expect(nameOf('SELECT 1')).toBe(nameOf('SELECT 1'));
    expect(nameOf('SELECT 1')).not.toBe(nameOf('select 2'));
  });

  it('what is planned by its values, and what is no query, has none', () => {
    const nameOf = createStatementNames();
    for (const text of ['SELECT 1 WHERE division LIKE $1', 'select 1 where a::text ilike $1', 'BEGIN', 'COMMIT'])
      expect(nameOf(text)).toBe('');
  });

  it('ever new texts stop being named, those known before keep theirs', () => {
    const nameOf = createStatementNames(2);
    const [one, two] = [nameOf('select 1'), nameOf('select 2')];
    expect(nameOf('select 3')).toBe('');
    expect([nameOf('select 1'), nameOf('select 2')]).toEqual([one, two]);
  });
});
