-- Break-glass: the sealed emergency account of a province or the nation is opened by two persons for sixty minutes, and
-- everything it reads is on record (S-042).

alter table staff_security_events drop constraint staff_security_events__kind;
alter table staff_security_events add constraint staff_security_events__kind check (kind in (
  'sign-in-refused', 'address-refused', 'session-address', 'passkey-added', 'passkey-revoked', 'passkey-copied',
  'code-refused', 'proof-refused', 'emergency-opened'));

-- Until when an emergency account may be used; null while it is sealed. Everybody else is not asked.
create function emergency_open_until(of_user uuid) returns timestamptz language sql stable security definer set search_path = public
  as $$
    select max(closes_at) from emergency_openings
    where user_id = of_user and opened_at is not null and closed_at is null and closes_at > app_now()
  $$;
-- One line for everything an opened account asks for; false when it is not open.
create function note_emergency_read(of_user uuid, asked_endpoint text, asked_object text) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  insert into emergency_reads (opening_id, at, endpoint, object_id)
    select id, app_now(), asked_endpoint, asked_object from emergency_openings
    where user_id = of_user and opened_at is not null and closed_at is null and closes_at > app_now();
  return found;
end $$;
grant execute on function emergency_open_until, note_emergency_read to office_face;

-- Seals the account of the own province or nation anew: a password nobody has seen in use and a key, and no session. An
-- account that is open is not sealed over.
create function seal_emergency_account(new_person uuid, new_user uuid, wanted_username text, wanted_hash text, wanted_serial text,
  wanted_index bytea) returns text language plpgsql security definer set search_path = public as $$
declare
  place agencies;
  known staff_users;
begin
  select * into place from agencies where code = app_agency_code();
  if place.level not in ('nation', 'province') then raise exception 'not a place of an emergency account' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtext('emergency-account'), place.code::int);
  select * into known from staff_users where agency_code = place.code and is_emergency;
  if known.id is not null and emergency_open_until(known.id) is not null then return 'open'; end if;
  if exists (select 1 from staff_users u where u.username = wanted_username and u.id is distinct from known.id) then return 'username-taken'; end if;
  if exists (select 1 from staff_keys k where k.serial = wanted_serial and (k.user_id is distinct from known.id or k.revoked_at is not null)) then
    return 'key-taken';
  end if;
  if known.id is null then
    insert into staff_people (id, name, person_index, agency_code, filed_from, filed_until)
      values (new_person, '应急账号', wanted_index, place.code, app_now(), '2100-01-01');
    insert into staff_users (id, person_id, agency_code, username, password_hash, roles, opened_at, is_emergency)
      values (new_user, new_person, place.code, wanted_username, wanted_hash, '{users,statistics}', app_now(), true)
      returning * into known;
  end if;
  update staff_users set username = wanted_username, password_hash = wanted_hash, activated_at = app_now() where id = known.id;
  update staff_keys set revoked_at = app_now(), revoked_because = 'replaced'
    where user_id = known.id and serial <> wanted_serial and revoked_at is null;
  insert into staff_keys (serial, user_id, registered_at) values (wanted_serial, known.id, app_now()) on conflict (serial) do nothing;
  update staff_sessions set ended_at = app_now(), ended_because = 'sealed' where user_id = known.id and ended_at is null;
  update emergency_openings set closed_at = app_now() where user_id = known.id and closed_at is null;
  insert into staff_filing_events (person_id, agency_code, kind, actor_person_id)
    values (known.person_id, place.code, 'emergency-sealed', (select person_id from staff_users where id = app_officer_id()));
  return 'sealed';
end $$;
grant execute on function seal_emergency_account to office_face;

-- Whom an opening alarms: the filed security officers of the account's agency and of those above it.
create function emergency_watchers_of(of_agency text) returns table (person_id uuid, phone_sealed bytea)
language sql stable security definer set search_path = public
  as $$
    select distinct p.id, r.phone_sealed from staff_users u join staff_people p on p.id = u.person_id
      join staff_profiles r on r.person_id = p.id
    where of_agency = any (app_agencies_administered()) and u.enabled and 'security' = any (u.roles) and r.phone_sealed is not null
      and p.filed_from <= app_now() and p.filed_until > app_now() and agency_is_under(of_agency, u.agency_code)
  $$;
grant execute on function emergency_watchers_of to office_face;
drop function emergency_watchers();

-- Who asked or agreed is the officer of this very transaction, in the role that officer holds.
create function private.check_emergency_opening() returns trigger language plpgsql as $$
declare
  actor staff_users;
begin
  if current_user <> 'office_face' then return new; end if;
  select * into actor from staff_users where id = app_officer_id();
  if tg_op = 'INSERT' and (new.asked_by <> actor.person_id or not new.asked_role = any (actor.roles) or new.opened_at is not null)
     or tg_op = 'UPDATE' and new.approved_by is distinct from old.approved_by
       and (new.approved_by is distinct from actor.person_id or not new.approved_role = any (actor.roles) or old.opened_at is not null) then
    raise exception 'not in the name of this officer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger emergency_openings__check before insert or update on emergency_openings
  for each row execute function private.check_emergency_opening();
-- The account itself reads its own log to nobody, and writes none but through the function above.
revoke insert on emergency_reads from office_face;
