import { z } from 'zod';
import { isCivilDate } from '../../../domain/civil-date';

export const Id = z.uuid({ error: '编号格式不对' });
export const CivilDate = z
  .string({ error: '请填写日期,如2022-07-01' })
  .refine(isCivilDate, { error: '日期不存在或格式不对,请写成2022-07-01' });
export const Text = (label: string, max = 1000): z.ZodString =>
  z
    .string({ error: `请填写${label}` })
    .trim()
    .min(1, { error: `请填写${label}` })
    .max(max, { error: `${label}不能超过${max}字` });
export const Reason = Text('理由').min(4, { error: '理由请至少写4个字' });
export const Count = (label: string): z.ZodNumber =>
  z
    .number({ error: `请填写${label}` })
    .int({ error: `${label}须为整数` })
    .min(0, { error: `${label}不能为负` });

/** A signature or a thumbprint; a thumbprint needs a witness, a translated text names its interpreter. */
export const Signature = z
  .strictObject({
    personId: Id.optional(),
    name: Text('签字人姓名', 60).optional(),
    manner: z.enum(['signature', 'thumbprint'], { error: '签字方式须为签名或按手印' }),
    witness: Text('见证人', 60).optional(),
    interpreter: Text('翻译', 60).optional(),
    documentId: Id.optional(),
  })
  .refine((signed) => signed.personId !== undefined || signed.name !== undefined, {
    error: '请写明签字人',
    path: ['personId'],
  })
  .refine((signed) => signed.manner !== 'thumbprint' || signed.witness !== undefined, {
    error: '按手印须有见证人',
    path: ['witness'],
  });

/** An account of the system, or somebody without one by name and signature. */
export const Investigator = z
  .strictObject({
    staffId: Id.optional(),
    name: Text('调查人员姓名', 60).optional(),
    post: Text('职务', 60).optional(),
    signed: z.boolean({ error: '请注明是否已签字' }).default(true),
    documentId: Id.optional().meta({ 'x-elsewhere': true }),
  })
  .refine((who) => who.staffId !== undefined || who.name !== undefined, {
    error: '请选择调查人员或填写姓名',
    path: ['name'],
  });

/** At least two different people. */
export const TwoInvestigators = z
  .array(Investigator, { error: '请填写调查人员' })
  .min(2, { error: '每组调查人员不得少于两人' })
  .refine((list) => new Set(list.map((who) => who.staffId ?? who.name)).size === list.length, {
    error: '调查人员重复',
  });
