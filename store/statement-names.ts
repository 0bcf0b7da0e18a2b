/** More texts than the application has; a text made with ever new numbers of placeholders must not fill the server's memory. */
const MOST = 600;
/** What is planned by its values: a prefix decides whether an index serves. */
const planned = /like\b/i;
const plain = /^\s*(select|insert|update|delete)\b/i;

/**
 * A name for each text of SQL, so that a connection parses and plans it once and not every time. '' leaves a text without
 * one. One generator for one pool: a name means one text on all its connections.
 */
export const createStatementNames = (most: number = MOST): ((text: string) => string) => {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    if (names.size >= most || !plain.test(text) || planned.test(text)) return '';
    const name = `s${names.size + 1}`;
    names.set(text, name);
    return name;
  };
};
