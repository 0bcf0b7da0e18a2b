import { generateCalendar } from './lib/generate/calendar.mjs';
import { generateDivisions } from './lib/generate/divisions.mjs';
import { generateParameters } from './lib/generate/parameters.mjs';
import { generatePrisma } from './lib/generate/prisma.mjs';

/** Makes every git-ignored source file from its data; touches only what changed. */
const steps = [generateParameters, generateCalendar, generateDivisions, generatePrisma];

try {
  const made = steps.map((step) => step()).filter((line) => line !== undefined);
  if (made.length > 0) console.log(made.join('\n'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
