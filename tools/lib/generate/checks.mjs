/** True for a written date that exists. */
export const isDate = (text) => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** A code prefix: province, prefecture, county, township or village. */
export const isDivision = (code) => typeof code === 'string' && /^53(\d{2}|\d{4}|\d{7}|\d{10})?$/.test(code);

export const isText = (value) => typeof value === 'string' && value.trim() !== '';

/** A date as a single day or "first/last". @returns [first, last] or undefined */
export const rangeOf = (text) => {
  const [from, to = from, ...rest] = String(text).split('/');
  return rest.length === 0 && isDate(from) && isDate(to) && from <= to ? [from, to] : undefined;
};
