import type { InputKind } from '../../../domain/lifecycle/inputs';

/** What a right input is changed to so that its fields contradict each other, and which of them is to be named. */
interface Contradiction {
  readonly path: string;
  /** By path with dots; undefined takes the field away. */
  readonly put: Readonly<Record<string, unknown>>;
}

const nobodySigned = (at: string): Contradiction => ({
  path: `${at.replace(/\.(\d+)/g, '[$1]')}.personId`,
  put: { [`${at}.personId`]: undefined, [`${at}.name`]: undefined },
});
const thumbWithoutWitness = (at: string): Contradiction => ({
  path: `${at.replace(/\.(\d+)/g, '[$1]')}.witness`,
  put: { [`${at}.manner`]: 'thumbprint', [`${at}.witness`]: undefined },
});
const investigators: readonly Contradiction[] = [
  { path: 'investigators[0].name', put: { 'investigators.0.staffId': undefined, 'investigators.0.name': undefined } },
  {
    path: 'investigators',
    put: { investigators: [{ name: '甲某' }, { name: '甲某' }] },
  },
  { path: 'investigators', put: { investigators: [{ name: '甲某' }] } },
];

const ofMember = (field: string, wrong: unknown, path = field): Contradiction => ({
  path: `member.${path}`,
  put: { [`member.${field}`]: wrong },
});

/** The rules between fields, and others that no JSON schema shows. A rule of a schema that nobody breaks here fails the test. */
export const acrossFields: Readonly<Partial<Record<InputKind, readonly Contradiction[]>>> = {
  assignment: [
    { path: 'staffId', put: { toCounty: true } },
    { path: 'staffId', put: { staffId: undefined } },
  ],
  authorisation: [
    nobodySigned('signatures.0'),
    thumbWithoutWitness('signatures.0'),
    { path: 'signatures[0].personId', put: { 'signatures.0.personId': undefined } },
  ],
  investigators,
  neighbourVisit: investigators,
  countyVisit: investigators,
  visit: [
    ...investigators,
    nobodySigned('householdSignature'),
    thumbWithoutWitness('householdSignature'),
    { path: 'checklist[0].note', put: { 'checklist.0.answer': 'no', 'checklist.0.note': undefined } },
    {
      path: 'sumAtTable.lines[0].note',
      put: { 'sumAtTable.lines.0.answer': 'disputed', 'sumAtTable.lines.0.note': undefined },
    },
  ],
  appraisal: [{ path: 'attendance', put: { votesFor: 9 } }],
  memberIn: [
    ofMember('relationTo', ''),
    ofMember('idNumber', ''),
    ofMember('disabilityCertificate', ''),
    ofMember('localGround', ''),
    ofMember('features', [''], 'features[0]'),
    ofMember('disability', { grade: 9 }, 'disability.grade'),
  ],
  changeProposal: [
    { path: 'months', put: { outcome: 'gradualExit', months: undefined } },
    { path: 'because', put: { outcome: 'gradualExit', because: undefined } },
  ],
  complaintReport: [{ path: 'by', put: { named: true, by: undefined } }],
  emergencyHandOver: [
    { path: 'temporaryCaseNumber', put: { temporaryCaseId: undefined, temporaryCaseNumber: undefined } },
  ],
};
