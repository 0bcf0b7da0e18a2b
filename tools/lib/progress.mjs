const QUIET_MS = 3000;

/** Says what is going on only when it takes long enough for a person to wonder. */
export const withProgress = async (say, title, work) => {
  const started = Date.now();
  const timer = setTimeout(() => say(`${title} …`), QUIET_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    const seconds = Math.round((Date.now() - started) / 1000);
    if (Date.now() - started > QUIET_MS) say(`${title}:${seconds} 秒`);
  }
};
