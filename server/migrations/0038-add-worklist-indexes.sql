-- Queues, searches and worklists read what they show and little more, however many cases there are (L-10, L-16; docs/bench.md).

-- Open cases of a stage, of a type and of a point in the order of their page; those without a due day stand behind all others.
create index applications__queue_stage on applications (agency_code, stage, (case when due_on is null then 'infinity'::date else due_on end), id)
  where stage <> 'closed';
create index applications__queue_type on applications (agency_code, qualification_type, stage, (case when due_on is null then 'infinity'::date else due_on end), id)
  where stage <> 'closed';
create index applications__queue_point on applications (point_id, stage, (case when due_on is null then 'infinity'::date else due_on end), id)
  where stage <> 'closed';
drop index applications__queue;

create index applications__closed on applications (agency_code, qualification_type, submitted_at desc, id) where stage = 'closed';
drop index applications__agency_submitted;

-- A name that many bear is read in the order of the answer.
create index applications__agency_name_submitted on applications (agency_code, name text_pattern_ops, submitted_at desc, id);
drop index applications__agency_name;

-- The search by document number finds closed cases too.
drop index applications__person_index;
create index applications__person_index on applications (person_index);

create index online_cases__state on online_cases (agency_code, state, handed_in_at, application_id) where is_open;

-- Alerts that nobody took note of before their case was closed say nothing any more.
alter table case_alerts add is_open boolean not null default true;
comment on column case_alerts.is_open is 'The case still waits; kept by its own changes.';
update case_alerts l set is_open = false from applications a where a.id = l.application_id and a.stage = 'closed';
create index case_alerts__open on case_alerts (agency_code, raised_at desc, id) where seen_at is null and is_open;
drop index case_alerts__agency_code;
create index case_alerts__agency_code on case_alerts (agency_code);

create function private.follow_alerts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update case_alerts set is_open = (new.stage <> 'closed') where application_id = new.id;
  return null;
end $$;
revoke execute on function private.follow_alerts from public;
create trigger applications__follow_alerts after update on applications for each row
  when ((old.stage = 'closed') is distinct from (new.stage = 'closed')) execute function private.follow_alerts();

-- How each check of the cases that wait for a conclusion stands: what is missing, without result or too old is found by
-- index and not by asking every case.
create table vetting_standings (
  application_id uuid not null references applications (id),
  kind text not null constraint vetting_standings__kind check (kind in ('crime', 'offence')),
  agency_code text not null references agencies (code),
  due_on date,
  state text,
  answered_at timestamptz,
  valid_until date,
  primary key (application_id, kind)
);
comment on table vetting_standings is
  'Newest check of each kind of the cases between 受理 and conclusion; state is null where none was asked. Class C4.';
create index vetting_standings__unanswered on vetting_standings (agency_code, kind, (coalesce(due_on, 'infinity'::date)), application_id)
  where state is null or state = 'error';
create index vetting_standings__answered on vetting_standings (agency_code, kind, answered_at, application_id) where state = 'clear';
create index vetting_standings__paper on vetting_standings (agency_code, kind, valid_until, application_id)
  where state = 'clear' and valid_until is not null;
alter table vetting_standings enable row level security;
create policy vetting_standings__agency on vetting_standings for select to office_face using (agency_code = app_agency_code());
grant select on vetting_standings to office_face;

create function private.follow_vetting() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if new.stage in ('awaiting-confirmation', 'closed') then
    delete from vetting_standings where application_id = new.id;
    return null;
  end if;
  insert into vetting_standings as s (application_id, kind, agency_code, due_on, state, answered_at, valid_until)
  select new.id, k.kind, new.agency_code, new.due_on, latest.state, latest.answered_at, latest.valid_until
  from (values ('crime'), ('offence')) k (kind) left join lateral (
    select r.state, r.answered_at, r.valid_until from vetting_requests r
    where r.application_id = new.id and r.kind = k.kind order by r.requested_at desc, r.id limit 1) latest on true
  on conflict (application_id, kind) do update set agency_code = excluded.agency_code, due_on = excluded.due_on,
    state = excluded.state, answered_at = excluded.answered_at, valid_until = excluded.valid_until;
  return null;
end $$;
revoke execute on function private.follow_vetting from public;
create trigger applications__follow_vetting after update on applications for each row
  when ((old.stage in ('awaiting-confirmation', 'closed')) is distinct from (new.stage in ('awaiting-confirmation', 'closed'))
    or new.stage not in ('awaiting-confirmation', 'closed')
      and (old.agency_code is distinct from new.agency_code or old.due_on is distinct from new.due_on))
  execute function private.follow_vetting();
create trigger applications__begin_vetting after insert on applications for each row
  when (new.stage not in ('awaiting-confirmation', 'closed')) execute function private.follow_vetting();

create function private.note_standing() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update vetting_standings s set state = latest.state, answered_at = latest.answered_at, valid_until = latest.valid_until
  from (select r.state, r.answered_at, r.valid_until from vetting_requests r
    where r.application_id = new.application_id and r.kind = new.kind order by r.requested_at desc, r.id limit 1) latest
  where s.application_id = new.application_id and s.kind = new.kind;
  return null;
end $$;
revoke execute on function private.note_standing from public;
create trigger vetting_requests__note_standing after insert or update on vetting_requests for each row
  execute function private.note_standing();

insert into vetting_standings (application_id, kind, agency_code, due_on, state, answered_at, valid_until)
select a.id, k.kind, a.agency_code, a.due_on, latest.state, latest.answered_at, latest.valid_until
from applications a cross join (values ('crime'), ('offence')) k (kind) left join lateral (
  select r.state, r.answered_at, r.valid_until from vetting_requests r
  where r.application_id = a.id and r.kind = k.kind order by r.requested_at desc, r.id limit 1) latest on true
where a.stage not in ('awaiting-confirmation', 'closed');

-- Counts of batches, at most fifty of five hundred requests each, off an index alone.
create index vetting_requests__batch_id_state on vetting_requests (batch_id, state);
drop index vetting_requests__batch_id;
create function vetting_batch_counts(wanted uuid[])
returns table (batch_id uuid, count bigint, answered bigint, hits bigint)
language sql stable security definer set search_path = public
  as $$
    select r.batch_id, count(*), count(*) filter (where r.state <> 'requested'), count(*) filter (where r.state = 'hit')
    from vetting_requests r
    where r.batch_id = any (array(select b.id from vetting_batches b where b.id = any (wanted) and b.agency_code = app_agency_code()))
    group by r.batch_id
  $$;
revoke execute on function vetting_batch_counts from public;
grant execute on function vetting_batch_counts to office_face;
