import type { Statement } from './database.ts';

/** The case as it stands, its person's birth date and postcode, and the answer that an Idempotency-Key has had. */
export const readCase: Statement = {
  name: 'read-case',
  text: `
    select c.state, c.version, a.digest, a.answer,
      p.details ->> 'dateOfBirth' as birth_date, p.details ->> 'postcode' as postcode
    from cases c
    join persons p on p.id = c.person_id
    left join answers a on a.key = $2
    where c.id = $1`,
};

export const readAnswer: Statement = {
  name: 'read-answer',
  text: 'select digest, answer from answers where key = $1',
};

export const readEvent: Statement = {
  name: 'read-event',
  text: 'select body from events where case_id = $1 and number = $2',
};

export const readDelegation: Statement = {
  name: 'read-delegation',
  text: `
    select scheme from delegations where from_day <= $1 order by from_day desc limit 1`,
};

export const setDelegation: Statement = {
  name: 'set-delegation',
  text: `
    insert into delegations (from_day, scheme) values ($1, $2)
    on conflict (from_day) do update set scheme = excluded.scheme`,
};

/** The next state, the audit event, the answer, the tasks and the due dates, all or nothing: nothing
 * when the case is no longer at the version on which the command was decided. */
export const changeCase: Statement = {
  name: 'change-case',
  text: `
    with changed as (
      update cases set state = $3, version = version + 1
      where id = $1 and version = $2
      returning id, version
    ), recorded as (
      insert into events (case_id, number, type, at, actor, role, body)
      select id, version, $4, $5, $6, $7, $8 from changed
    ), answered as (
      insert into answers (key, digest, answer)
      select $9, $10, $11 from changed
    ), done as (
      delete from tasks using changed where case_id = changed.id and step = any($12)
    ), opened as (
      insert into tasks (case_id, step, team, due)
      select changed.id, new.step, new.team, new.due
      from changed, unnest($13::text[], $14::text[], $15::date[]) as new (step, team, due)
    ), due as (
      insert into dues (case_id, name, due_on)
      select changed.id, new.name, new.due_on
      from changed, unnest($16::text[], $17::date[]) as new (name, due_on)
      on conflict (case_id, name) do update set due_on = excluded.due_on
    )
    select id from changed`,
};

/** A contact, the case that it opens, its receipt, its audit event and its answer; and the person's
 * record where none was found. */
export const takeContact: Statement = {
  name: 'take-contact',
  text: `
    with person as (
      insert into persons (id, details) select $1, $2 where $2::jsonb is not null
    ), opened as (
      insert into cases (id, person_id, version, state) values ($3, $1, 1, $4)
    ), recorded as (
      insert into events (case_id, number, type, at, actor, role, body)
      values ($3, 1, 'case-opened', $5, $6, $7, $8)
    ), receipt as (
      insert into receipts (reference, case_id, digest) values ($9, $3, $10)
    ), task as (
      insert into tasks (case_id, step, team, due)
      select $3, new.step, new.team, new.due
      from unnest($11::text[], $12::text[], $13::date[]) as new (step, team, due)
    )
    insert into answers (key, digest, answer) values ($14, $15, $16)`,
};

/** One task for the next: what a workflow does between two waits. */
export const moveTask: Statement = {
  name: 'move-task',
  text: `
    with done as (delete from tasks where case_id = $1 and step = $2)
    insert into tasks (case_id, step, team, due)
    select $1, new.step, new.team, new.due
    from unnest($3::text[], $4::text[], $5::date[]) as new (step, team, due)
    on conflict (case_id, step) do nothing`,
};
