-- 确认点 with hours, streets and history; slots made from the plan; 网上预约, draws, 排号 and the call screen (PLN-6, CNF-1).

alter table points
  add column streets text[] not null default '{}',
  add column weekly_hours jsonb not null default '[
    {"day":1,"from":"09:00","to":"12:00"},{"day":1,"from":"13:30","to":"17:00"},
    {"day":2,"from":"09:00","to":"12:00"},{"day":2,"from":"13:30","to":"17:00"},
    {"day":3,"from":"09:00","to":"12:00"},{"day":3,"from":"13:30","to":"17:00"},
    {"day":4,"from":"09:00","to":"12:00"},{"day":4,"from":"13:30","to":"17:00"},
    {"day":5,"from":"09:00","to":"12:00"},{"day":5,"from":"13:30","to":"17:00"},
    {"day":8,"from":"09:00","to":"12:00"},{"day":8,"from":"13:30","to":"17:00"}]',
  add column active_from date,
  add column active_to date,
  add column version integer not null default 1,
  add constraint points__active check (active_to > active_from),
  add constraint points__desk_count check (desk_count between 1 and 60);
comment on column points.weekly_hours is 'When the desks are open: day 1 Monday to 7 Sunday, 8 a make-up working day (调休).';

-- Everybody reads points as before; only the officers of the whole agency write those of their own agency.
alter table points enable row level security;
create policy points__read on points for select to public_face, office_face, partner_face, reporter, worker using (true);
create policy points__add on points for insert to office_face
  with check (agency_code = app_agency_code() and app_point_id() is null);
create policy points__change on points for update to office_face
  using (agency_code = app_agency_code() and app_point_id() is null) with check (agency_code = app_agency_code());
grant insert on points to office_face;
grant update (name, address, scope, types, hours, desk_count, notices, is_active, streets, weekly_hours, active_from,
  active_to, version) on points to office_face;

create table point_versions (
  point_id uuid not null references points (id),
  version integer not null,
  agency_code text not null references agencies (code),
  changes text[] not null,
  value jsonb not null,
  changed_by uuid not null references staff_users (id),
  changed_at timestamptz not null,
  primary key (point_id, version)
);
comment on table point_versions is 'How a 确认点 stood after each change and who made it; append-only.';
create index point_versions__agency_code on point_versions (agency_code);
create index point_versions__changed_by on point_versions (changed_by);
alter table point_versions enable row level security;
create policy point_versions__agency on point_versions for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and app_point_id() is null);
grant select, insert on point_versions to office_face;

create table appointment_rules (
  point_id uuid primary key references points (id),
  agency_code text not null references agencies (code),
  slot_minutes integer not null,
  per_desk integer not null,
  online_percent integer not null,
  release text not null,
  draw_days_before integer not null,
  version integer not null default 1,
  changed_by uuid not null references staff_users (id),
  changed_at timestamptz not null,
  constraint appointment_rules__slot_minutes check (slot_minutes between 5 and 240),
  constraint appointment_rules__per_desk check (per_desk between 1 and 60),
  constraint appointment_rules__online_percent check (online_percent between 0 and 100),
  constraint appointment_rules__release check (release in ('open', 'draw')),
  constraint appointment_rules__draw_days_before check (draw_days_before between 1 and 14)
);
comment on table appointment_rules is 'How the slots of a point are made: length, places a desk, share for 网上预约, open or by draw.';
create index appointment_rules__agency_code on appointment_rules (agency_code);
create index appointment_rules__changed_by on appointment_rules (changed_by);
alter table appointment_rules enable row level security;
create policy appointment_rules__agency on appointment_rules for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and app_point_id() is null);
create policy appointment_rules__public on appointment_rules for select to public_face, worker using (true);
grant select, insert, update on appointment_rules to office_face;
grant select on appointment_rules to public_face, worker;

create table appointment_slots (
  id uuid primary key,
  point_id uuid not null references points (id),
  agency_code text not null references agencies (code),
  day date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null,
  walk_in integer not null,
  booked integer not null default 0,
  released_at timestamptz,
  closed_at timestamptz,
  constraint appointment_slots__point_id_starts_at unique (point_id, starts_at),
  constraint appointment_slots__times check (ends_at > starts_at),
  constraint appointment_slots__walk_in check (walk_in >= 0),
  constraint appointment_slots__booked check (booked between 0 and capacity)
);
comment on table appointment_slots is 'Places of a point by time; booked counts the bookings that hold one and never exceeds capacity (I-14).';
comment on column appointment_slots.released_at is 'From when anybody may book; null until the draw of that day.';
create index appointment_slots__point_id_day on appointment_slots (point_id, day);
create index appointment_slots__agency_code on appointment_slots (agency_code);
alter table appointment_slots enable row level security;
create policy appointment_slots__agency on appointment_slots for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and app_point_id() is null);
create policy appointment_slots__public on appointment_slots for select to public_face using (true);
create policy appointment_slots__worker on appointment_slots for all to worker using (true) with check (true);
grant select, insert on appointment_slots to office_face;
grant update (ends_at, capacity, walk_in, released_at, closed_at) on appointment_slots to office_face, worker;
grant select on appointment_slots to public_face, worker;

create table appointments (
  id uuid primary key,
  slot_id uuid not null references appointment_slots (id),
  point_id uuid not null references points (id),
  agency_code text not null references agencies (code),
  application_id uuid not null references applications (id),
  account_id uuid not null references accounts (id),
  person_index bytea not null,
  state text not null default 'booked',
  made_by text not null,
  booked_at timestamptz not null,
  ended_at timestamptz,
  move_offered_at timestamptz,
  constraint appointments__state check (state in ('booked', 'arrived', 'missed', 'cancelled', 'changed', 'released')),
  constraint appointments__ended check ((ended_at is null) = (state = 'booked')),
  constraint appointments__made_by check (made_by in ('applicant', 'draw'))
);
comment on table appointments is '网上预约: who holds a place; a change ends one row and begins another.';
comment on column appointments.state is 'cancelled and changed by the person, released when the case no longer needs it.';
-- One live booking a person, whatever account or case (S-082).
create unique index appointments__one_live on appointments (person_index) where state = 'booked';
create index appointments__slot_id on appointments (slot_id) where state in ('booked', 'arrived', 'missed');
create index appointments__application_id on appointments (application_id, booked_at desc);
create index appointments__person_index on appointments (person_index, ended_at desc);
create index appointments__account_id on appointments (account_id);
create index appointments__point_id on appointments (point_id, state);
create index appointments__agency_code on appointments (agency_code);
alter table appointments enable row level security;
create policy appointments__own on appointments for all to public_face
  using (account_id = app_person_id())
  with check (account_id = app_person_id() and exists (select 1 from applications a where a.id = application_id));
create policy appointments__agency on appointments for all to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code());
create policy appointments__worker on appointments for all to worker using (true) with check (true);
grant select, insert on appointments to public_face, worker;
grant update (state, ended_at) on appointments to public_face, worker;
grant select on appointments to office_face;
grant update (state, ended_at, move_offered_at) on appointments to office_face;

-- The counter beside the bookings: every booking takes a place under the row lock of its slot, the check of the slot
-- refuses the one too many (I-14); whoever came or stayed away keeps the place.
create function private.count_booking() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    update appointment_slots set booked = booked + 1 where id = new.slot_id;
  elsif old.state in ('booked', 'arrived', 'missed') and new.state in ('cancelled', 'changed', 'released') then
    update appointment_slots set booked = booked - 1 where id = new.slot_id;
  end if;
  return null;
end $$;
revoke execute on function private.count_booking from public;
create trigger appointments__count after insert or update of state on appointments
  for each row execute function private.count_booking();

-- Slots under their locks, always in the order of ids, for a face that may not change them.
create function lock_slots(wanted uuid[]) returns setof appointment_slots language sql security definer set search_path = public
  as $$ select * from appointment_slots where id = any (wanted) order by id for update $$;
revoke execute on function lock_slots from public;
grant execute on function lock_slots to public_face, worker;

create table appointment_draws (
  id uuid primary key,
  point_id uuid not null references points (id),
  agency_code text not null references agencies (code),
  day date not null,
  seed_hash text not null,
  seed_sealed bytea not null,
  requests_until timestamptz not null,
  drawn_at timestamptz,
  seed text,
  constraint appointment_draws__point_id_day unique (point_id, day),
  constraint appointment_draws__revealed check ((drawn_at is null) = (seed is null))
);
comment on table appointment_draws is 'The draw of one day: hash of the seed published before, seed after, so that anybody can draw again (S-082).';
create index appointment_draws__agency_code on appointment_draws (agency_code);
alter table appointment_draws enable row level security;
create policy appointment_draws__agency on appointment_draws for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and app_point_id() is null);
create policy appointment_draws__public on appointment_draws for select to public_face using (true);
create policy appointment_draws__worker on appointment_draws for all to worker using (true) with check (true);
grant insert on appointment_draws to office_face;
grant select (id, point_id, agency_code, day, seed_hash, requests_until, drawn_at, seed) on appointment_draws to office_face, public_face;
grant select, update (drawn_at, seed) on appointment_draws to worker;

create table appointment_requests (
  id uuid primary key,
  draw_id uuid not null references appointment_draws (id),
  application_id uuid not null references applications (id),
  account_id uuid not null references accounts (id),
  person_index bytea not null,
  slot_ids uuid[] not null,
  state text not null default 'waiting',
  place integer,
  slot_id uuid references appointment_slots (id),
  asked_at timestamptz not null,
  constraint appointment_requests__slot_ids check (cardinality(slot_ids) between 1 and 3),
  constraint appointment_requests__state check (state in ('waiting', 'won', 'lost', 'withdrawn')),
  constraint appointment_requests__won check ((state = 'won') = (slot_id is not null))
);
comment on table appointment_requests is 'Who asked for places of a day before its draw, with up to three wished slots.';
-- One running request a person: more wishes give no better chance (S-082).
create unique index appointment_requests__one_waiting on appointment_requests (person_index) where state = 'waiting';
create index appointment_requests__draw_id on appointment_requests (draw_id);
create index appointment_requests__application_id on appointment_requests (application_id, asked_at desc);
create index appointment_requests__account_id on appointment_requests (account_id);
create index appointment_requests__slot_id on appointment_requests (slot_id);
alter table appointment_requests enable row level security;
create policy appointment_requests__own on appointment_requests for all to public_face
  using (account_id = app_person_id())
  with check (account_id = app_person_id() and exists (select 1 from applications a where a.id = application_id));
create policy appointment_requests__worker on appointment_requests for all to worker using (true) with check (true);
grant select, insert, update (state) on appointment_requests to public_face;
grant select, update (state, place, slot_id) on appointment_requests to worker;

-- The numbers that stood in a draw and what became of them: no names, enough to draw again.
create function draw_entries(wanted_draw uuid) returns table (request_id uuid, place integer, is_won boolean)
  language sql stable security definer set search_path = public
  as $$
    select r.id, r.place, r.state = 'won' from appointment_requests r join appointment_draws d on d.id = r.draw_id
    where r.draw_id = wanted_draw and d.drawn_at is not null and r.place is not null order by r.place
  $$;
revoke execute on function draw_entries from public;
grant execute on function draw_entries to public_face;

create table queue_days (
  point_id uuid not null references points (id),
  day date not null,
  agency_code text not null references agencies (code),
  last_number integer not null default 0,
  primary key (point_id, day)
);
comment on table queue_days is 'Counter of the numbers of one point and day; its row lock orders taking and calling.';
create index queue_days__agency_code on queue_days (agency_code);
alter table queue_days enable row level security;
create policy queue_days__agency on queue_days for all to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()));
grant select, insert, update on queue_days to office_face;

create table queue_tickets (
  id uuid primary key,
  point_id uuid not null references points (id),
  agency_code text not null references agencies (code),
  day date not null,
  number integer not null,
  previous_number integer generated always as (case when number > 1 then number - 1 end) stored,
  application_id uuid not null references applications (id),
  appointment_id uuid references appointments (id),
  kind text not null,
  priority_reason text,
  slot_starts_at timestamptz,
  state text not null default 'waiting',
  desk integer,
  calls integer not null default 0,
  queued_at timestamptz not null,
  taken_at timestamptz not null,
  taken_by uuid not null references staff_users (id),
  called_at timestamptz,
  called_by uuid references staff_users (id),
  ended_at timestamptz,
  constraint queue_tickets__point_id_day_number unique (point_id, day, number),
  constraint queue_tickets__number check (number >= 1),
  -- No number without the one before it: gap-free from 1.
  constraint queue_tickets__previous foreign key (point_id, day, previous_number) references queue_tickets (point_id, day, number),
  constraint queue_tickets__kind check (kind in ('booked', 'late', 'walk-in', 'priority')),
  constraint queue_tickets__priority check ((kind = 'priority') = (priority_reason is not null)),
  constraint queue_tickets__booked check (kind <> 'booked' or slot_starts_at is not null),
  constraint queue_tickets__state check (state in ('waiting', 'called', 'skipped', 'done', 'absent')),
  constraint queue_tickets__called check ((state = 'called') <= (desk is not null and called_at is not null and called_by is not null)),
  constraint queue_tickets__ended check ((ended_at is not null) = (state in ('done', 'absent')))
);
comment on table queue_tickets is '排号: numbers of one point and day in the order they were taken, never given back.';
create unique index queue_tickets__one_live on queue_tickets (application_id, day) where state in ('waiting', 'called', 'skipped');
create unique index queue_tickets__one_at_desk on queue_tickets (point_id, day, desk) where state = 'called';
create index queue_tickets__state on queue_tickets (point_id, day, state);
create index queue_tickets__previous on queue_tickets (point_id, day, previous_number);
create index queue_tickets__appointment_id on queue_tickets (appointment_id);
create index queue_tickets__agency_code on queue_tickets (agency_code);
create index queue_tickets__taken_by on queue_tickets (taken_by);
create index queue_tickets__called_by on queue_tickets (called_by);
alter table queue_tickets enable row level security;
create policy queue_tickets__agency on queue_tickets for all to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()));
create policy queue_tickets__own on queue_tickets for select to public_face
  using (exists (select 1 from applications a where a.id = application_id));
grant select, insert on queue_tickets to office_face;
grant update (state, desk, calls, queued_at, called_at, called_by, ended_at, kind) on queue_tickets to office_face;
grant select on queue_tickets to public_face;

-- The waiting numbers of the day a person stands in, without anybody's name: how many are before me.
create function queue_around(wanted_ticket uuid)
  returns table (id uuid, number integer, kind text, slot_starts_at timestamptz, queued_at timestamptz)
  language sql stable security definer set search_path = public
  as $$
    select t.id, t.number, t.kind, t.slot_starts_at, t.queued_at
    from queue_tickets own join applications a on a.id = own.application_id
    join queue_tickets t on t.point_id = own.point_id and t.day = own.day and t.state = 'waiting'
    where own.id = wanted_ticket and a.account_id = app_person_id()
  $$;
revoke execute on function queue_around from public;
grant execute on function queue_around to public_face;

create table call_screens (
  id uuid primary key,
  point_id uuid not null references points (id),
  agency_code text not null references agencies (code),
  token_hash bytea not null unique,
  opened_by uuid not null references staff_users (id),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  constraint call_screens__ends check (ends_at > opened_at)
);
comment on table call_screens is 'Call screens that run without a session: a token that shows called numbers of one point until the end of the day.';
create index call_screens__point_id on call_screens (point_id);
create index call_screens__agency_code on call_screens (agency_code);
create index call_screens__opened_by on call_screens (opened_by);
alter table call_screens enable row level security;
create policy call_screens__agency on call_screens for all to office_face
  using (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()))
  with check (agency_code = app_agency_code() and (app_point_id() is null or point_id = app_point_id()));
grant select, insert on call_screens to office_face;

-- Which point a screen shows, asked by a screen that is not signed in.
create function screen_by_token(wanted bytea) returns table (point_id uuid, agency_code text)
  language sql stable security definer set search_path = public
  as $$ select point_id, agency_code from call_screens where token_hash = wanted and ends_at > app_now() $$;
revoke execute on function screen_by_token from public;
grant execute on function screen_by_token to office_face;

create table case_agents (
  id uuid primary key,
  application_id uuid not null references applications (id),
  agency_code text not null references agencies (code),
  name text not null,
  document_type text not null,
  number_sealed bytea not null,
  letter_seen boolean not null,
  recorded_by uuid not null references staff_users (id),
  recorded_at timestamptz not null,
  constraint case_agents__document_type check (document_type in ('resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit')),
  -- Nobody acts for another without a signed 授权委托书 (行政许可法 art. 29).
  constraint case_agents__letter_seen check (letter_seen)
);
comment on table case_agents is '代理: who handed material in for the applicant, with the letter of authorisation seen; append-only.';
create index case_agents__application_id on case_agents (application_id, recorded_at desc);
create index case_agents__agency_code on case_agents (agency_code);
create index case_agents__recorded_by on case_agents (recorded_by);
alter table case_agents enable row level security;
create policy case_agents__agency on case_agents for all to office_face
  using (exists (select 1 from applications a where a.id = application_id))
  with check (agency_code = app_agency_code() and exists (select 1 from applications a where a.id = application_id));
grant select, insert on case_agents to office_face;

-- A case that is decided, withdrawn or moved to another point needs its place no longer: it goes to others at once.
create function private.release_booking() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update appointments set state = 'released', ended_at = app_now() where application_id = new.id and state = 'booked';
  update appointment_requests set state = 'withdrawn' where application_id = new.id and state = 'waiting';
  return null;
end $$;
revoke execute on function private.release_booking from public;
create trigger applications__release_booking after update of withdrawn_at, confirmation, point_id on applications
  for each row when (
    new.withdrawn_at is not null and old.withdrawn_at is null
    or new.confirmation is not null and old.confirmation is null
    or new.point_id <> old.point_id)
  execute function private.release_booking();
