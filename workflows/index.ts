export { caseWorkflow } from './case-workflow';
export { dailyWorkflow } from './daily';
export { paymentRunWorkflow } from './payment-run';
export { upliftWorkflow } from './uplift';
