export { caseWorkflow } from './case-workflow';
export { dailyWorkflow } from './daily';
