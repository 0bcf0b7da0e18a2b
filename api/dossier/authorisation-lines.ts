import { ageOn, type CivilDate } from '../../domain/civil-date';
import { birthDateOf } from '../../domain/identity';
import { line, type Block } from '../../domain/letters/typeset/blocks';
import type { Application } from '../cases/application/schema';

const ADULT = 18;
const SMALL = 12;
const HEADING = 13;

const isAdult = ({ idNumber, birthDate }: Application['members'][number], on: CivilDate): boolean => {
  const born = birthDate ?? (idNumber ? birthDateOf(idNumber) : undefined);
  return born !== undefined && ageOn(born, on) >= ADULT;
};

/** One line to sign for each adult: every one of them authorises the check for himself. */
export const authorisationLines = ({ members }: Application, on: CivilDate): Block[] => [
  { kind: 'heading', text: '家庭经济状况核对授权(成年家庭成员逐人签字)', size: HEADING },
  ...members
    .filter((member) => isAdult(member, on))
    .flatMap(({ name }): Block[] => [
      { kind: 'space', lines: 0.5 },
      { ...line(`${name}:________________________    日期:______年____月____日`), size: SMALL },
    ]),
];
