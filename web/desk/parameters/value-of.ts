const whole: readonly string[] = ['months', 'days', 'workingDays', 'hours', 'integer'];

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** What was typed as the API takes it: amounts and ratios stay words, counts become numbers; the server says what does not fit. */
export const valueOf = (text: string, unit: string): unknown => {
  if (unit === 'boolean') return text === 'true';
  if (unit === 'table') return parsed(text);
  return whole.includes(unit) && /^\d+$/.test(text) ? Number(text) : text;
};
