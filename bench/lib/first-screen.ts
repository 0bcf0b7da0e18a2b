/** The page of the desk with all that it loads before anything shows, and the API's own answer behind it; milliseconds. */
export const fetchFirstScreen = async (url: string): Promise<number> => {
  const started = performance.now();
  const page = await fetch(url);
  const html = await page.text();
  if (!page.ok || !html.includes('<script')) throw new Error(`${url} answered ${page.status} without a page`);
  const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
  const answers = await Promise.all([...parts, '/api/v1/health'].map((path) => fetch(new URL(path, url))));
  for (const answer of answers) {
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  }
  return performance.now() - started;
};
