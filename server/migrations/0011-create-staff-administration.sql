-- Office people, their filing, users, delegation, leaving and the sealed emergency accounts (ADM-1, ACC-8, S-029…S-032, S-041…S-043).

alter table staff_people add column agency_code text references agencies;
alter table staff_people add column left_at timestamptz;
alter table staff_people add column left_reason text;
update staff_people p set agency_code = (select agency_code from staff_users u where u.person_id = p.id order by u.id limit 1);
alter table staff_people add constraint staff_people__id_agency_code unique (id, agency_code);
alter table staff_people add constraint staff_people__filed check (filed_from <= filed_until);
alter table staff_people add constraint staff_people__left check ((left_at is null) = (left_reason is null));
comment on column staff_people.filed_from is '备案 in force from this instant (included) to filed_until (excluded): no sign-in outside (ACC-8, S-029).';
create index staff_people__agency_code on staff_people (agency_code, name, id);
create index staff_people__filed_until on staff_people (filed_until) where left_at is null;

alter table staff_users add column opened_at timestamptz not null default app_now();
alter table staff_users add column opened_by uuid references staff_people;
alter table staff_users add column activated_at timestamptz;
alter table staff_users add column disabled_at timestamptz;
alter table staff_users add column disabled_because text;
alter table staff_users add column is_emergency boolean not null default false;
create index staff_users__opened_by on staff_users (opened_by);
create unique index staff_users__emergency on staff_users (agency_code) where is_emergency;
create index staff_keys__user_id on staff_keys (user_id);
create index staff_sessions__user_id on staff_sessions (user_id, started_at);
alter table staff_keys add column registered_by uuid references staff_people;
alter table staff_keys add column revoked_because text;
create index staff_keys__registered_by on staff_keys (registered_by);

-- An agency and all that answer to it: administration of people is delegated downward (ADM-1, S-031).
create function app_agencies_administered() returns text[] language sql stable security definer set search_path = public
  as $$ select array(select agencies_under(app_agency_code())) $$;
-- Who files the people of an agency: the province for its tree, the 国家中心 for provinces and itself (教资字〔2020〕1号).
create function staff_filing_agency(of_agency text) returns text language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select code, parent_code, level from agencies where code = of_agency
      union all
      select a.code, a.parent_code, a.level from up join agencies a on a.code = up.parent_code
    )
    select case when (select level from agencies where code = of_agency) in ('city', 'county')
      then (select code from up where level = 'province') else '00000' end
  $$;
grant execute on function app_agencies_administered, staff_filing_agency to office_face;

create table staff_profiles (
  person_id uuid primary key,
  agency_code text not null,
  -- Class C3: sealed; the number is found again only by staff_people.person_index.
  document_type text constraint staff_profiles__document_type
    check (document_type in ('resident-id', 'hmt-residence-permit', 'hk-macao-permit', 'taiwan-permit')),
  number_sealed bytea,
  phone_sealed bytea,
  office_phone text,
  post text,
  constraint staff_profiles__person foreign key (person_id, agency_code) references staff_people (id, agency_code) on update cascade
);
comment on table staff_profiles is 'What is filed of an office person beside the name: document, mobile, office phone, post.';
create index staff_profiles__agency_code on staff_profiles (agency_code);
alter table staff_profiles enable row level security;
create policy staff_profiles__administered on staff_profiles to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]))
  with check (agency_code = any ((select app_agencies_administered())::text[]));
grant select, insert, update on staff_profiles to office_face;

create table staff_filings (
  id uuid primary key,
  person_id uuid not null references staff_people,
  agency_code text not null references agencies,
  kind text not null constraint staff_filings__kind check (kind in ('first', 'renewal', 'change')),
  state text not null default 'waiting'
    constraint staff_filings__state check (state in ('waiting', 'filed', 'returned', 'dropped')),
  -- What is to be filed.
  name text not null,
  phone_sealed bytea not null,
  office_phone text,
  post text not null,
  reason text not null,
  filed_from timestamptz,
  filed_until timestamptz,
  proposed_by uuid not null references staff_people,
  proposed_at timestamptz not null,
  decided_by uuid references staff_people,
  decided_at timestamptz,
  return_reason text,
  -- Nobody files what they proposed, nor themselves (S-030).
  constraint staff_filings__two_persons check
    (state not in ('filed', 'returned') or (decided_by <> proposed_by and decided_by <> person_id)),
  constraint staff_filings__decided check ((state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  constraint staff_filings__interval check (filed_from < filed_until),
  constraint staff_filings__filed check (state <> 'filed' or kind = 'change' or filed_until is not null),
  constraint staff_filings__returned check ((state = 'returned') = (return_reason is not null))
);
comment on table staff_filings is '备案 asked for and decided: first entry, yearly renewal, change of what is filed.';
create unique index staff_filings__one_waiting on staff_filings (person_id) where state = 'waiting';
create index staff_filings__person_id on staff_filings (person_id, proposed_at);
create index staff_filings__waiting on staff_filings (agency_code, proposed_at, id) where state = 'waiting';
create index staff_filings__proposed_by on staff_filings (proposed_by);
create index staff_filings__decided_by on staff_filings (decided_by);
alter table staff_filings enable row level security;
create policy staff_filings__administered on staff_filings to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]))
  with check (agency_code = any ((select app_agencies_administered())::text[]));
grant select, insert on staff_filings to office_face;
grant update (state, filed_from, filed_until, decided_by, decided_at, return_reason) on staff_filings to office_face;

create function private.check_staff_filing() returns trigger language plpgsql as $$
begin
  if current_user = 'office_face' and new.state in ('filed', 'returned')
     and app_agency_code() is distinct from staff_filing_agency(new.agency_code) then
    raise exception 'this agency does not file these people' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger staff_filings__check before insert or update on staff_filings
  for each row execute function private.check_staff_filing();

create table staff_filing_events (
  id bigint generated always as identity primary key,
  person_id uuid not null references staff_people,
  agency_code text not null references agencies,
  kind text not null constraint staff_filing_events__kind check (kind in (
    'proposed', 'renewal-proposed', 'change-proposed', 'filed', 'returned', 'dropped', 'user-opened', 'code-sent', 'activated',
    'roles-granted', 'user-disabled', 'user-enabled', 'key-registered', 'key-revoked', 'delegated', 'delegation-ended', 'left',
    'emergency-sealed', 'emergency-opened', 'emergency-closed')),
  at timestamptz not null default app_now(),
  actor_person_id uuid references staff_people,
  reason text,
  -- Codes, ids and dates only.
  detail jsonb not null default '{}'
);
comment on table staff_filing_events is 'What happened to an office person, append-only.';
create index staff_filing_events__person_id on staff_filing_events (person_id, id);
create index staff_filing_events__actor_person_id on staff_filing_events (actor_person_id);
alter table staff_filing_events enable row level security;
create policy staff_filing_events__administered on staff_filing_events to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]))
  with check (agency_code = any ((select app_agencies_administered())::text[]));
grant select, insert on staff_filing_events to office_face;

-- One person is one row, whatever agency enters them: present, elsewhere, back after leaving, or new (S-058).
create function enter_staff_person(new_id uuid, wanted bytea, new_name text, at_agency text)
returns table (id uuid, outcome text) language plpgsql security definer set search_path = public as $$
declare
  known staff_people;
begin
  if not coalesce(at_agency = any (app_agencies_administered()), false) then
    raise exception 'not an agency of this scope' using errcode = '42501';
  end if;
  insert into staff_people (id, name, person_index, agency_code) values (new_id, new_name, wanted, at_agency)
    on conflict (person_index) do nothing;
  if found then
    return query select new_id, 'entered'::text;
    return;
  end if;
  select * into known from staff_people p where p.person_index = wanted for update;
  if known.left_at is null then
    return query select known.id, case when known.agency_code = any (app_agencies_administered()) then 'present' else 'elsewhere' end;
    return;
  end if;
  update staff_people p set agency_code = at_agency, name = new_name, left_at = null, left_reason = null,
    filed_from = null, filed_until = null where p.id = known.id;
  return query select known.id, 'returned'::text;
end $$;
grant execute on function enter_staff_person to office_face;
grant update (name, filed_from, filed_until) on staff_people to office_face;

-- Whoever administers people stays in the own tree; the rest is refused by the database itself (S-031).
create function private.check_staff_person() returns trigger language plpgsql as $$
begin
  if current_user = 'office_face' and not coalesce(new.agency_code = any (app_agencies_administered()), false) then
    raise exception 'a person of another tree' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger staff_people__check before update on staff_people for each row execute function private.check_staff_person();

grant insert, update (roles, point_id, enabled, disabled_at, disabled_because, agency_code) on staff_users to office_face;
grant insert, update (revoked_at, revoked_because) on staff_keys to office_face;

create function private.check_staff_user() returns trigger language plpgsql security invoker as $$
declare
  actor uuid := (select person_id from public.staff_users where id = public.app_officer_id());
begin
  if current_user <> 'office_face' then return new; end if;
  if not coalesce(new.agency_code = any (public.app_agencies_administered()), false) then
    raise exception 'a user of another tree' using errcode = '42501';
  end if;
  -- An administrator is named one level above, or at the 国家中心 (S-041); nobody changes the own roles (S-030).
  if (tg_op = 'INSERT' or new.roles is distinct from old.roles) and new.roles && array['system', 'security', 'audit']
     and new.agency_code = public.app_agency_code() and new.agency_code <> '00000' then
    raise exception 'administrators are named one level above' using errcode = '42501';
  end if;
  if new.person_id = actor and (tg_op = 'INSERT' or new.roles is distinct from old.roles) then
    raise exception 'nobody grants roles to themselves' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger staff_users__check before insert or update on staff_users for each row execute function private.check_staff_user();

-- 三权分立 over all accounts of one person: an administrator holds that one role and nothing else, delegated or own (S-041).
create function private.check_staff_separation() returns trigger language plpgsql security definer set search_path = public as $$
declare
  held text[];
begin
  -- One person's accounts change one after another.
  perform 1 from staff_people where id = new.person_id for update;
  select coalesce(array_agg(distinct role), '{}') into held
    from staff_users u, unnest(u.roles) as role where u.person_id = new.person_id and u.enabled;
  if held && array['system', 'security', 'audit'] and cardinality(held) > 1 then
    raise exception 'administrators hold one role' using errcode = '23514', constraint = 'staff_users__separated';
  end if;
  if new.enabled and new.roles && array['system', 'security', 'audit'] and exists (
    select 1 from staff_delegations d join staff_users u on u.id = d.to_user_id
    where u.person_id = new.person_id and d.ended_at is null and d.ends_at > app_now()) then
    raise exception 'administrators hold no delegated role' using errcode = '23514', constraint = 'staff_users__separated';
  end if;
  -- The agency of a person is that of the first account when nobody entered the person by hand.
  update staff_people set agency_code = new.agency_code where id = new.person_id and agency_code is null;
  return null;
end $$;

create table staff_delegations (
  id uuid primary key,
  agency_code text not null references agencies,
  from_user_id uuid not null references staff_users,
  to_user_id uuid not null references staff_users,
  roles text[] not null constraint staff_delegations__roles check (cardinality(roles) > 0
    and not roles && array['users', 'system', 'security', 'audit']),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_at timestamptz not null default app_now(),
  ended_at timestamptz,
  ended_because text,
  constraint staff_delegations__interval check (starts_at < ends_at),
  constraint staff_delegations__two_users check (from_user_id <> to_user_id),
  constraint staff_delegations__ended check ((ended_at is null) = (ended_because is null))
);
comment on table staff_delegations is '委托授权: own roles handed to a colleague from one instant to another, half-open (S-043).';
create index staff_delegations__to_user_id on staff_delegations (to_user_id, ends_at) where ended_at is null;
create index staff_delegations__from_user_id on staff_delegations (from_user_id, ends_at);
create index staff_delegations__agency_code on staff_delegations (agency_code, created_at, id);
alter table staff_delegations enable row level security;
create policy staff_delegations__read on staff_delegations for select to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]));
create policy staff_delegations__own on staff_delegations for insert to office_face
  with check (agency_code = app_agency_code() and from_user_id = app_officer_id());
create policy staff_delegations__end on staff_delegations for update to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]))
  with check (agency_code = any ((select app_agencies_administered())::text[]));
grant select, insert on staff_delegations to office_face;
grant update (ended_at, ended_because) on staff_delegations to office_face;
create trigger staff_users__separated after insert or update of roles, enabled, person_id on staff_users
  for each row execute function private.check_staff_separation();

create function private.check_staff_delegation() returns trigger language plpgsql security definer set search_path = public as $$
declare
  giver staff_users;
  taker staff_users;
begin
  select * into giver from staff_users where id = new.from_user_id;
  select * into taker from staff_users where id = new.to_user_id;
  perform 1 from staff_people where id in (giver.person_id, taker.person_id) order by id for update;
  if giver.agency_code <> new.agency_code or taker.agency_code <> new.agency_code or giver.person_id = taker.person_id
     or giver.point_id is distinct from taker.point_id or not new.roles <@ giver.roles or not giver.enabled or not taker.enabled
     or exists (select 1 from staff_users u where u.person_id = taker.person_id and u.enabled
       and u.roles && array['system', 'security', 'audit']) then
    raise exception 'these roles cannot be delegated so' using errcode = '23514', constraint = 'staff_delegations__allowed';
  end if;
  return new;
end $$;
create trigger staff_delegations__check before insert on staff_delegations
  for each row execute function private.check_staff_delegation();

-- Roles a user holds by delegation at this instant; the giver must still hold them, be enabled and filed (S-043, I-17).
create function staff_delegated_roles(of_user uuid) returns text[] language sql stable security definer set search_path = public
  as $$
    select coalesce(array_agg(distinct role), '{}')
    from staff_delegations d join staff_users giver on giver.id = d.from_user_id and giver.enabled
      join staff_people p on p.id = giver.person_id and p.filed_from <= app_now() and p.filed_until > app_now(), unnest(d.roles) as role
    where d.to_user_id = of_user and d.ended_at is null and d.starts_at <= app_now() and d.ends_at > app_now()
      and role = any (giver.roles)
  $$;
grant execute on function staff_delegated_roles to office_face;

create table staff_activations (
  id uuid primary key,
  user_id uuid not null references staff_users,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0,
  created_at timestamptz not null default app_now(),
  used_at timestamptz,
  -- Replaced by a newer code, or the user was disabled.
  ended_at timestamptz
);
comment on table staff_activations is 'Codes sent to the filed mobile with which a user sets the own password, once (no administrator knows it).';
create unique index staff_activations__one_open on staff_activations (user_id) where used_at is null and ended_at is null;
create index staff_activations__user_id on staff_activations (user_id);
grant select, insert on staff_activations to office_face;
grant update (tries, ended_at) on staff_activations to office_face;

-- The person behind the code sets the own password: once, in time.
create function activate_staff_user(of_activation uuid, new_hash text) returns uuid
language plpgsql security definer set search_path = public as $$
declare
  wanted uuid;
begin
  update staff_activations set used_at = app_now()
    where id = of_activation and used_at is null and ended_at is null and expires_at > app_now() and tries <= 5
    returning user_id into wanted;
  if wanted is null then return null; end if;
  update staff_users set password_hash = new_hash, activated_at = app_now() where id = wanted and enabled;
  if not found then return null; end if;
  update staff_sessions set ended_at = app_now(), ended_because = 'password-set' where user_id = wanted and ended_at is null;
  insert into staff_filing_events (person_id, agency_code, kind, actor_person_id)
    select u.person_id, p.agency_code, 'activated', u.person_id
    from staff_users u join staff_people p on p.id = u.person_id where u.id = wanted;
  return wanted;
end $$;
grant execute on function activate_staff_user to office_face;

-- Leaving: every account, session, key and delegation of the person ends in this one act (ACC-8, S-032).
create function end_staff_person(of_person uuid, why text) returns boolean
language plpgsql security definer set search_path = public as $$
declare
  moment timestamptz := app_now();
begin
  update staff_people set left_at = moment, left_reason = why,
      filed_from = least(filed_from, moment), filed_until = least(coalesce(filed_until, moment), moment)
    where id = of_person and left_at is null and agency_code = any (app_agencies_administered());
  if not found then return false; end if;
  update staff_users set enabled = false, disabled_at = moment, disabled_because = 'left' where person_id = of_person and enabled;
  update staff_sessions s set ended_at = moment, ended_because = 'left'
    from staff_users u where u.id = s.user_id and u.person_id = of_person and s.ended_at is null;
  update staff_keys k set revoked_at = moment, revoked_because = 'left'
    from staff_users u where u.id = k.user_id and u.person_id = of_person and k.revoked_at is null;
  update staff_delegations d set ended_at = moment, ended_because = 'left'
    from staff_users u where u.id in (d.from_user_id, d.to_user_id) and u.person_id = of_person and d.ended_at is null;
  update staff_activations a set ended_at = moment
    from staff_users u where u.id = a.user_id and u.person_id = of_person and a.used_at is null and a.ended_at is null;
  return true;
end $$;
grant execute on function end_staff_person to office_face;

create table emergency_openings (
  id uuid primary key,
  agency_code text not null references agencies,
  user_id uuid not null references staff_users,
  reason text not null,
  asked_by uuid not null references staff_people,
  asked_role text not null,
  asked_at timestamptz not null,
  approved_by uuid references staff_people,
  approved_role text,
  opened_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  constraint emergency_openings__roles check (asked_role in ('system', 'security') and approved_role in ('system', 'security')),
  -- Two persons of two offices, never one alone (S-042).
  constraint emergency_openings__two_persons check (approved_by <> asked_by and approved_role <> asked_role),
  constraint emergency_openings__opened check ((opened_at is null) = (approved_by is null) and (opened_at is null) = (approved_role is null)),
  constraint emergency_openings__hour check (closes_at = opened_at + interval '60 minutes' or (closes_at is null and opened_at is null))
);
comment on table emergency_openings is 'Openings of the sealed emergency account of a province or the nation: two persons, sixty minutes.';
create unique index emergency_openings__one_asked on emergency_openings (agency_code) where opened_at is null and closed_at is null;
create index emergency_openings__agency_code on emergency_openings (agency_code, asked_at);
create index emergency_openings__user_id on emergency_openings (user_id);
create index emergency_openings__asked_by on emergency_openings (asked_by);
create index emergency_openings__approved_by on emergency_openings (approved_by);
alter table emergency_openings enable row level security;
create policy emergency_openings__administered on emergency_openings to office_face
  using (agency_code = any ((select app_agencies_administered())::text[]))
  with check (agency_code = any ((select app_agencies_administered())::text[]));
grant select, insert on emergency_openings to office_face;
grant update (approved_by, approved_role, opened_at, closes_at, closed_at) on emergency_openings to office_face;

create table emergency_reads (
  id bigint generated always as identity primary key,
  opening_id uuid not null references emergency_openings,
  at timestamptz not null,
  endpoint text not null,
  object_id text not null
);
comment on table emergency_reads is 'Everything an opened emergency account asked for, append-only (S-042).';
create index emergency_reads__opening_id on emergency_reads (opening_id, id);
alter table emergency_reads enable row level security;
create policy emergency_reads__administered on emergency_reads to office_face
  using (exists (select 1 from emergency_openings o where o.id = opening_id))
  with check (exists (select 1 from emergency_openings o where o.id = opening_id));
grant select, insert on emergency_reads to office_face;

-- Whom an opening alarms: the filed security officers of the own agency and of those above it.
create function emergency_watchers() returns table (person_id uuid, phone_sealed bytea)
language sql stable security definer set search_path = public
  as $$
    select distinct p.id, r.phone_sealed from staff_users u join staff_people p on p.id = u.person_id
      join staff_profiles r on r.person_id = p.id
    where u.enabled and 'security' = any (u.roles) and r.phone_sealed is not null
      and p.filed_from <= app_now() and p.filed_until > app_now() and agency_is_under(app_agency_code(), u.agency_code)
  $$;
grant execute on function emergency_watchers to office_face;

-- Messages to officers go out like those to applicants: waiting, of no account.
create policy messages__office on messages for insert to office_face with check (account_id is null);
