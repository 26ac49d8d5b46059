import { addDays, addWeeks, type CivilDate } from '../../calendar/civil-date.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { CareSetting } from '../input/care-lines.ts';
import type { Disregards } from '../rates/disregards.ts';
import type { CapitalItem } from './capital.ts';
import { capitalRules } from './capital-kinds.ts';

interface Ignored {
  readonly why: string;
  readonly law: string;
}

interface Facts {
  readonly setting: CareSetting;
  readonly on: CivilDate;
  readonly disregards: Disregards;
}

/** Why a piece of capital is left out on that day, or nothing where it counts. */
export function whyCapitalIgnored(item: CapitalItem, facts: Facts): Outcome<Ignored | undefined> {
  const rule = capitalRules[item.kind];
  switch (rule.treatment) {
    case 'counted':
      return accept(undefined);
    case 'ignored':
      return accept({ why: 'left out', law: rule.law });
    case 'home':
      return accept(whyHomeIgnored(item, facts));
    case 'weeks':
      return ignoredForWeeks(item, rule, facts.on);
    case 'until':
      return ignoredUntil(item, rule.law, facts.on);
    case 'scheme':
      return ignoredAsPaidByScheme(item, facts);
    case 'notional':
      return ignoredUntilCounted(item, rule.law, facts.on);
  }
}

const occupiers = {
  partner: 'your partner lives there',
  'relative-60-or-over': 'a relative aged 60 or over lives there',
  'incapacitated-relative': 'a relative who is incapacitated lives there',
  'child-under-18': 'a child of yours under 18 lives there',
};

function whyHomeIgnored(item: CapitalItem, { setting, on }: Facts): Ignored | undefined {
  // The home that somebody lives in is never counted for care at home.
  if (setting.kind === 'home') return { why: 'left out, you live there', law: 'Sch 2' };
  if (setting.kind === 'care-home-for-a-time') {
    return { why: 'left out while you are away for a time', law: 'Sch 2 para 1' };
  }
  if (item.occupiedBy !== undefined) {
    return { why: `left out, ${occupiers[item.occupiedBy]}`, law: 'Sch 2 para 4' };
  }
  const lastDay = addDays(addWeeks(item.twelveWeeksFrom ?? setting.permanentSince, 12), -1);
  if (on <= lastDay) {
    return { why: `left out for 12 weeks, until ${lastDay}`, law: 'Sch 2 para 2' };
  }
  return item.councilsReason === undefined
    ? undefined
    : { why: `left out by the council: ${item.councilsReason}`, law: 'Sch 2 para 4' };
}

function ignoredForWeeks(
  { receivedOn }: CapitalItem,
  { law, weeks }: { readonly law: string; readonly weeks: number },
  on: CivilDate,
): Outcome<Ignored | undefined> {
  if (receivedOn === undefined) {
    return refuse('invalid-input', 'Say on which day this money came in.', 'receivedOn');
  }
  const lastDay = addDays(addWeeks(receivedOn, weeks), -1);
  return accept(on <= lastDay ? { why: `left out until ${lastDay}`, law } : undefined);
}

function ignoredUntil(
  { ignoredUntil: lastDay }: CapitalItem,
  law: string,
  on: CivilDate,
): Outcome<Ignored | undefined> {
  if (lastDay === undefined) {
    return refuse('invalid-input', 'Say until when it is reasonable to sell.', 'ignoredUntil');
  }
  return accept(on <= lastDay ? { why: `left out until ${lastDay}`, law } : undefined);
}

function ignoredUntilCounted(
  { countedFrom }: CapitalItem,
  law: string,
  on: CivilDate,
): Outcome<Ignored | undefined> {
  if (countedFrom === undefined) {
    return refuse('invalid-input', 'Say from which day this is counted.', 'countedFrom');
  }
  return accept(on < countedFrom ? { why: `counts from ${countedFrom}`, law } : undefined);
}

function ignoredAsPaidByScheme(
  { scheme }: CapitalItem,
  { on, disregards }: Facts,
): Outcome<Ignored | undefined> {
  const found = disregards.compensationSchemes.find(({ id, from }) => id === scheme && from <= on);
  return found === undefined
    ? refuse('invalid-input', `No such scheme is listed on ${on}: ${scheme ?? 'none'}.`, 'scheme')
    : accept({ why: `left out, paid by ${found.name}`, law: found.law });
}
