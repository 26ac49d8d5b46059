import { dayAt, ExpectedPay, placeOf } from './expected-pay.ts';
import { expectThat, type Told } from './told.ts';

/** What says who may be paid, and where to. */
export const happensToPayee = {
  stopped,
  released,
  held,
  'hold released': holdReleased,
  'account entered': accountEntered,
  'account checked': (told: Told) => accountChecked(told, true),
  'account found wrong': (told: Told) => accountChecked(told, false),
  superseded,
  died: (told: Told) => deathNoted(told, told.dayBack(told.happening.back)),
  'death reversed': (told: Told) => deathNoted(told, undefined),
} as const;

async function stopped(told: Told): Promise<void> {
  if (await told.acts({ does: 'stop' })) told.own.stop(told.by, true);
}

async function released(told: Told): Promise<void> {
  if (!(await told.acts({ does: 'release' }))) return;
  expectThat(told.own.stoppedBy !== told.by, 'whoever stopped payments released them');
  told.own.stop(undefined, false);
}

async function held(told: Told): Promise<void> {
  if (!(await told.acts({ does: 'hold' }))) return;
  for (const each of told.everyOwn) each.heldBy ??= told.by;
}

async function holdReleased(told: Told): Promise<void> {
  if (!(await told.acts({ does: 'release-hold' }))) return;
  expectThat(told.own.heldBy !== told.by, 'whoever held the payee released them');
  for (const each of told.everyOwn) each.heldBy = undefined;
}

async function accountEntered(told: Told): Promise<void> {
  const which = told.happening.back % 2;
  if (!(await told.acts({ does: 'record-account', which }))) return;
  const from = told.own.account?.from ?? '';
  told.own.account = { enteredBy: told.by, isChecked: false, from, which };
  // As often as not somebody else looks at it in the same hour.
  if (told.happening.days % 2 === 0) await accountChecked(told, true, 'finance-9');
}

async function accountChecked(told: Told, isRight: boolean, by = told.by): Promise<void> {
  if (!(await told.acts({ does: 'check-account', isRight }, by))) return;
  const { own } = told;
  expectThat(own.account?.enteredBy !== by, 'whoever entered the account checked it');
  own.checkAccount(isRight, told.payer.today);
}

async function superseded(told: Told): Promise<void> {
  const { person, payer, terms } = told;
  const [oldId = ''] = person;
  const old = told.of(oldId);
  const from = told.dayBack(told.happening.back);
  const isFirst = from <= old.startsOn;
  if (person.length > 1 || isFirst || old.diedOn !== undefined) return;
  const newId = oldId.replace('agreement', 'successor');
  if (!(await payer.supersede(oldId, newId, from, terms))) return;
  person.push(newId);
  old.payUntil = dayAt(placeOf(from) - 1);
  const expected = new ExpectedPay(from, terms);
  expected.heldBy = old.heldBy;
  told.expected.set(newId, expected);
}

async function deathNoted(told: Told, diedOn: string | undefined): Promise<void> {
  const stands = told.own.diedOn !== undefined;
  if (stands === (diedOn !== undefined)) return;
  await told.payer.noteDeath(told.person, diedOn);
  for (const own of told.everyOwn) {
    own.diedOn = diedOn;
    // Once it was taken back somebody in finance looks at what fell due.
    if (diedOn === undefined && !own.isStoppedByOfficer) own.stop('manager-9', false);
  }
}
