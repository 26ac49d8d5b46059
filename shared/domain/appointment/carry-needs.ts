import {
  communicationProfessionalLabels,
  communicationSupportLabels,
  informationFormatLabels,
} from '../codes/accessible-information.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { AccessNeedsOnRecord } from '../person/facts/access-needs.ts';
import type { AgreedAppointment, Appointment, Interpreter } from './appointment.ts';

/** What is known of how the person takes part, from their record and what their contact told. */
export type KnownNeeds = Pick<AccessNeedsOnRecord, 'needs' | 'language' | 'needsInterpreter'>;

/** The appointment with what the person is known to need for it: needs that are recorded are met at
 * each meeting without being asked for again (Accessible Information Standard, DAPB1605; Equality Act
 * 2010 s20). Refuses `reason-needed` where nobody is to interpret although the record says so. */
export function withKnownNeeds(
  asked: Appointment,
  known: KnownNeeds | null,
): Outcome<AgreedAppointment> {
  const language = known && languageToInterpret(known);
  const usual: Interpreter = language ? { standing: 'needed', language } : noInterpreter;
  const { interpreter = usual } = asked;
  if (language && isLetGo(interpreter)) {
    return refuse(
      'reason-needed',
      `Somebody has to interpret, as we know (${language}): book it, or say why not.`,
      '/interpreter/why',
    );
  }
  const accessNeeds = [...new Set([...asked.accessNeeds, ...(known ? inWords(known) : [])])];
  return accept({ ...asked, interpreter, accessNeeds });
}

const noInterpreter: Interpreter = { standing: 'not-needed' };

/** Whether nobody interprets, and nobody has said why not. */
export function isLetGo(interpreter: Interpreter): boolean {
  return interpreter.standing === 'not-needed' && interpreter.why === undefined;
}

/** What somebody is needed for who interprets; nothing where both sides understand each other. */
function languageToInterpret({
  needs,
  language,
  needsInterpreter,
}: KnownNeeds): string | undefined {
  // A notetaker writes down what is said, and interprets nothing.
  const professional = needs.professionals.find((each) => each !== 'notetaker');
  if (professional) return communicationProfessionalLabels[professional];
  return needsInterpreter ? language : undefined;
}

function inWords({ needs }: KnownNeeds): string[] {
  return [
    ...needs.professionals.map((each) => communicationProfessionalLabels[each]),
    ...needs.support.map((each) => communicationSupportLabels[each]),
    ...needs.informationFormats.map((each) => informationFormatLabels[each]),
    ...(needs.inWords === undefined ? [] : [needs.inWords]),
  ];
}
