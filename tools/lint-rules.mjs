import { ESLint } from 'eslint';

// Reads [{file, code}] as JSON, lints each as if it stood in that file, answers with the rules broken. For lint-rules.test.ts.
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const eslint = new ESLint();
const answers = [];
for (const { file, code } of JSON.parse(Buffer.concat(chunks).toString('utf8'))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  answers.push(result.messages.map(({ ruleId }) => ruleId).filter(Boolean));
}
console.log(JSON.stringify(answers));
