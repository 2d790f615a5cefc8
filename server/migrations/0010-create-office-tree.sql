-- The 国家中心 is the root of the tree of agencies: nation, province, city, county (ADM-1).
alter table regions drop constraint regions__level;
alter table regions add constraint regions__level check (level in ('nation', 'province', 'city', 'county'));
insert into regions (code, name, level) values ('000000', '全国', 'nation') on conflict do nothing;
alter table agencies drop constraint agencies__level;
alter table agencies add constraint agencies__level check (level in ('nation', 'province', 'city', 'county'));
insert into agencies (code, name, level, region_code, parent_code, types)
  values ('00000', '教育部教师资格认定指导中心', 'nation', '000000', null, '{}') on conflict do nothing;
update agencies set parent_code = '00000' where level = 'province' and parent_code is null;

-- Whether this transaction reads down the tree as well; writing never reaches below (S-050).
create function app_reach() returns text language sql stable
  return nullif(current_setting('app.reach', true), '');

-- An agency and all that answer to it, itself first.
create function agencies_under(upper_code text) returns setof text language sql stable security definer set search_path = public
  as $$
    with recursive below as (
      select code from agencies where code = upper_code
      union all
      select a.code from below join agencies a on a.parent_code = below.code
    )
    select code from below
  $$;

-- Codes this transaction may read: nothing but one's own unless it asked to reach below.
create function app_agencies_below() returns text[] language sql stable security definer set search_path = public
  as $$ select case when app_reach() = 'below' then array(select agencies_under(app_agency_code())) else '{}' end $$;

-- Whether one agency stands above another, at any distance.
create function agency_is_under(lower_code text, upper_code text) returns boolean language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select code, parent_code from agencies where code = lower_code
      union all
      select a.code, a.parent_code from up join agencies a on a.code = up.parent_code
    )
    select exists (select 1 from up where code = upper_code)
  $$;
grant execute on function app_reach, agencies_under, app_agencies_below, agency_is_under
  to public_face, office_face, partner_face, worker, reporter, auditor;

-- The sub-select is evaluated once a query, and only for rows that are not one's own.
create policy applications__below on applications for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy certificates__below on certificates for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));

alter table staff_users drop constraint staff_users__roles;
alter table staff_users add constraint staff_users__roles check (roles <@ array[
  'plan', 'confirm', 'vet', 'review', 'approve', 'print', 'stock', 'users', 'publicity', 'statistics', 'restrict',
  'system', 'security', 'audit']);
-- 三权分立: an administrator holds that one role and nothing else (S-041).
alter table staff_users add constraint staff_users__administrators check
  (cardinality(roles) <= 1 or not roles && array['system', 'security', 'audit']);

alter table application_events drop constraint application_events__kind;
alter table application_events add constraint application_events__kind check (kind in (
  'submitted', 'amended', 'withdrawn', 'confirmed', 'confirmation-refused', 'returned', 'vetting-recorded',
  'diploma-recorded', 'reviewed', 'recognised', 'not-recognised', 'materials-handed-in', 'materials-judged',
  'time-granted', 'medical-recorded', 'held', 'resumed', 'moved', 'succeeded', 'corrected'));

-- Keys are of two kinds (ACC-9): SM2 keys behind the middleware, and passkeys (WebAuthn) bound to the office host.
alter table staff_keys add column kind text not null default 'sm2' constraint staff_keys__kind check (kind in ('sm2', 'passkey'));
alter table staff_keys add constraint staff_keys__serial_user_id unique (serial, user_id);
comment on table staff_keys is 'Serials of the keys on file; the key itself never leaves its holder.';
grant insert, update (revoked_at) on staff_keys to office_face;

create table staff_passkeys (
  serial text primary key,
  user_id uuid not null,
  credential_id bytea not null constraint staff_passkeys__credential_id unique,
  -- COSE, as the authenticator gave it.
  public_key bytea not null,
  sign_count bigint not null constraint staff_passkeys__sign_count check (sign_count >= 0),
  label text not null,
  used_at timestamptz,
  constraint staff_passkeys__serial_user_id foreign key (serial, user_id) references staff_keys (serial, user_id)
);
comment on table staff_passkeys is 'What proves a passkey: credential, public key, and the counter that shows a copy.';
create index staff_passkeys__user_id on staff_passkeys (user_id);
grant select, insert, update (sign_count, used_at) on staff_passkeys to office_face;

create table staff_passkey_codes (
  id uuid primary key,
  user_id uuid not null references staff_users,
  code_hash bytea not null,
  issued_by uuid not null references staff_users,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint staff_passkey_codes__other_person check (issued_by <> user_id),
  constraint staff_passkey_codes__minutes check (expires_at <= issued_at + interval '10 minutes')
);
comment on table staff_passkey_codes is 'Registration codes for a passkey, given by a users officer: 10 minutes, once.';
create unique index staff_passkey_codes__one_open on staff_passkey_codes (user_id) where used_at is null;
create index staff_passkey_codes__issued_by on staff_passkey_codes (issued_by);
grant select, insert, update (used_at) on staff_passkey_codes to office_face;

create table staff_passkey_offers (
  id uuid primary key,
  ticket_hash bytea not null unique,
  user_id uuid not null references staff_users,
  device_hash bytea not null,
  -- Either the session of an SM2 key or a registration code lets a passkey in.
  session_id uuid references staff_sessions,
  code_id uuid references staff_passkey_codes,
  challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint staff_passkey_offers__one_ground check (num_nonnulls(session_id, code_id) = 1)
);
comment on table staff_passkey_offers is 'A passkey that is being registered: 60 seconds, once, in the same browser.';
create index staff_passkey_offers__user_id on staff_passkey_offers (user_id);
create index staff_passkey_offers__session_id on staff_passkey_offers (session_id);
create index staff_passkey_offers__code_id on staff_passkey_offers (code_id);
grant select, insert, update (used_at) on staff_passkey_offers to office_face;

create table staff_key_proofs (
  id uuid primary key,
  ticket_hash bytea not null unique,
  session_id uuid not null references staff_sessions,
  endpoint text not null,
  input_hash bytea not null,
  challenge text not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  proof_hash bytea constraint staff_key_proofs__proof_hash unique,
  used_at timestamptz,
  constraint staff_key_proofs__order check (used_at is null or (taken_at is not null and proof_hash is not null))
);
comment on table staff_key_proofs is 'Fresh signatures for legal acts: session, endpoint and input; 60 seconds, once (S-036).';
create index staff_key_proofs__session_id on staff_key_proofs (session_id);
grant select, insert, update (taken_at, proof_hash, used_at) on staff_key_proofs to office_face;

-- Limits of a session are those of the policy on the day it began.
alter table staff_sessions add column idle_seconds int not null default 900
  constraint staff_sessions__idle_seconds check (idle_seconds between 60 and 900);
alter table staff_sessions add constraint staff_sessions__hours check (ends_at <= started_at + interval '12 hours');
alter table staff_sessions add column address_required boolean not null default false;
alter table staff_sessions add column address inet;
alter table staff_sessions add column device text;
alter table staff_sessions add column ended_by uuid references staff_users;
alter table staff_sessions add column ended_note text;
create index staff_sessions__started_at_id on staff_sessions (started_at desc, id desc) where ended_at is null;
create index staff_sessions__ended_by on staff_sessions (ended_by);
create index staff_sessions__key_serial on staff_sessions (key_serial);

create table staff_address_rules (
  id uuid primary key,
  agency_code text not null references agencies,
  -- Null: the rule is for everybody of the agency.
  user_id uuid references staff_users,
  network cidr not null,
  label text not null,
  starts_at timestamptz not null,
  -- Half-open: the rule no longer holds at this instant.
  ends_at timestamptz,
  created_by uuid not null references staff_users,
  created_at timestamptz not null,
  ended_by uuid references staff_users,
  constraint staff_address_rules__order check (ends_at is null or starts_at <= ends_at)
);
comment on table staff_address_rules is 'Addresses from which officers of an agency, or one officer, may work (S-037).';
create index staff_address_rules__agency_code on staff_address_rules (agency_code, created_at desc, id desc);
create index staff_address_rules__user_id on staff_address_rules (user_id);
create index staff_address_rules__created_by on staff_address_rules (created_by);
create index staff_address_rules__ended_by on staff_address_rules (ended_by);
alter table staff_address_rules enable row level security;
-- The security officer of a province or of the nation keeps the lists of all agencies below.
create policy staff_address_rules__scope on staff_address_rules to office_face
  using (agency_is_under(agency_code, app_agency_code())) with check (agency_is_under(agency_code, app_agency_code()));
grant select, insert, update (ends_at, ended_by) on staff_address_rules to office_face;

-- Whether an address is on the list of an agency together with that of the officer: listed, unlisted, or no list at all.
create function office_address_state(agency text, officer uuid, address inet, at timestamptz) returns text
  language sql stable security definer set search_path = public
  as $$
    select case when count(*) = 0 then 'none' when bool_or(address <<= r.network) then 'listed' else 'unlisted' end
    from staff_address_rules r
    where r.agency_code = agency and (r.user_id is null or r.user_id = officer)
      and r.starts_at <= at and (r.ends_at is null or r.ends_at > at)
  $$;
grant execute on function office_address_state to office_face;

create table staff_security_events (
  id uuid primary key,
  kind text not null constraint staff_security_events__kind check (kind in (
    'sign-in-refused', 'address-refused', 'session-address', 'passkey-added', 'passkey-revoked', 'passkey-copied',
    'code-refused', 'proof-refused')),
  -- Null where nobody of that name is known; then the nation looks after it.
  user_id uuid references staff_users,
  agency_code text references agencies,
  address inet,
  device text,
  occurred_at timestamptz not null
);
comment on table staff_security_events is 'Failed sign-ins and alerts of the office''s door, for the security officers.';
create index staff_security_events__agency_code on staff_security_events (agency_code, occurred_at desc, id desc);
create index staff_security_events__occurred_at_id on staff_security_events (occurred_at desc, id desc);
create index staff_security_events__user_id on staff_security_events (user_id);
alter table staff_security_events enable row level security;
create policy staff_security_events__write on staff_security_events for insert to office_face with check (true);
create policy staff_security_events__scope on staff_security_events for select to office_face
  using (agency_is_under(coalesce(agency_code, '00000'), app_agency_code()));
grant select, insert on staff_security_events to office_face;
grant select, delete on staff_passkey_codes, staff_passkey_offers, staff_key_proofs, staff_security_events to worker;
