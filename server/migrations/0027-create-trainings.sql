-- Training of the people who work in the system (PLN-7): sessions of an agency, who of its tree attended, and the one
-- question others ask: whether somebody is trained for a kind of work on a day.

create table training_sessions (
  id uuid primary key,
  -- Who held it.
  agency_code text not null references agencies,
  kinds text[] not null,
  topic text not null,
  held_from date not null,
  held_to date not null,
  place text not null,
  head text not null,
  -- 全省 (全国, 全市) 范围: everybody of the tree was asked.
  is_whole boolean not null,
  material_file_id uuid references files,
  recorded_by uuid not null references staff_users,
  recorded_at timestamptz not null,
  withdrawn_by uuid references staff_users,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint training_sessions__kinds check (cardinality(kinds) > 0 and kinds <@ array['policy', 'confirm', 'print', 'sticker']),
  constraint training_sessions__days check (held_to >= held_from),
  constraint training_sessions__withdrawn check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) in (0, 3)),
  constraint training_sessions__agency_code_held_from_topic unique nulls not distinct (agency_code, held_from, topic, withdrawn_at)
);
comment on table training_sessions is '培训: what an agency taught on which days; a mistake is withdrawn with its reason, never deleted.';
create index training_sessions__material_file_id on training_sessions (material_file_id);
create index training_sessions__recorded_by on training_sessions (recorded_by);
create index training_sessions__withdrawn_by on training_sessions (withdrawn_by);

create table training_attendances (
  session_id uuid not null references training_sessions,
  person_id uuid not null references staff_people,
  -- Agency of the person when it was recorded.
  agency_code text not null references agencies,
  attended boolean not null,
  recorded_by uuid not null references staff_users,
  recorded_at timestamptz not null,
  primary key (session_id, person_id)
);
comment on table training_attendances is 'Who attended a training; what was ticked by mistake is set to not attended.';
create index training_attendances__person_id on training_attendances (person_id) where attended;
create index training_attendances__agency_code on training_attendances (agency_code);
create index training_attendances__recorded_by on training_attendances (recorded_by);

alter table training_sessions enable row level security;
alter table training_attendances enable row level security;
create policy training_sessions__own on training_sessions for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy training_sessions__below on training_sessions for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
-- Whoever was asked to attend sees that it was held.
create policy training_sessions__above on training_sessions for select to office_face
  using (agency_is_under(app_agency_code(), agency_code));
create policy training_attendances__holder on training_attendances for all to office_face
  using (exists (select 1 from training_sessions s where s.id = session_id and s.agency_code = app_agency_code()))
  with check (agency_is_under(agency_code, app_agency_code()) and exists (
    select 1 from training_sessions s where s.id = session_id and s.agency_code = app_agency_code() and s.withdrawn_at is null));
create policy training_attendances__own on training_attendances for select to office_face
  using (agency_code = app_agency_code());
create policy training_attendances__below on training_attendances for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
grant select, insert on training_sessions, training_attendances to office_face;
grant update (material_file_id, withdrawn_by, withdrawn_at, withdrawn_because) on training_sessions to office_face;
grant update (attended, recorded_by, recorded_at) on training_attendances to office_face;

-- Whether a person attended a training of a kind that ended within these days, whoever held it.
create function is_person_trained(wanted_person uuid, wanted_kind text, since date, until date) returns boolean
  language sql stable security definer set search_path = public
  as $$
    select exists (
      select 1 from training_attendances t join training_sessions s on s.id = t.session_id
      where t.person_id = wanted_person and t.attended and s.withdrawn_at is null and s.kinds @> array[wanted_kind]
        and s.held_to between since and until)
  $$;
-- Whether the province of an agency, or the nation for a province, or itself, has trained its whole tree in a year.
create function has_yearly_training(wanted_agency text, wanted_year integer) returns boolean
  language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select code, parent_code from agencies where code = wanted_agency
      union all
      select a.code, a.parent_code from up join agencies a on a.code = up.parent_code where a.level <> 'nation'
    )
    select exists (
      select 1 from training_sessions s join up on up.code = s.agency_code join agencies a on a.code = s.agency_code
      where a.level = 'province' and s.is_whole and s.withdrawn_at is null and s.kinds @> array['policy']
        and extract(year from s.held_to) = wanted_year)
  $$;
grant execute on function is_person_trained, has_yearly_training to office_face;
