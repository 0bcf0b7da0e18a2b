export { required, type Checked } from './check';
export { checkDisabilityCertificate, type DisabilityCertificate } from './disability-certificate';
export { birthDateOf, checkIdNumber, sexOf, type IdNumber, type Sex } from './id-number';
export { checkPhone, type Phone } from './phone';
