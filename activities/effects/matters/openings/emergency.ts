import type { StepContext } from '../../../steps/context';
import { inputOf } from '../../read-input';
import type { Opening } from './opening';

const needs = {
  accident: '意外事故、灾害',
  illness: '突发重病',
  livelihood: '基本生活难以维持',
  shelter: '无处居住',
  other: '其他急难',
} as const;

export const openEmergency = (context: StepContext, id: string): Opening => {
  const { need } = inputOf(context, 'emergencyReport');
  return { matter: { id, kind: 'emergency' }, summary: { outcome: need }, detail: needs[need] };
};
