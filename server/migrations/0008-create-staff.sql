create table staff_people (
  id uuid primary key,
  name text not null,
  person_index bytea not null unique,
  -- 备案 at the province: no sign-in outside these dates (ACC-8).
  filed_from timestamptz,
  filed_until timestamptz
);
comment on table staff_people is 'Office people, by real name.';

create table staff_users (
  id uuid primary key,
  person_id uuid not null references staff_people,
  agency_code text not null references agencies,
  -- Confirm users belong to one point.
  point_id uuid references points,
  username text not null unique,
  password_hash text not null,
  roles text[] not null constraint staff_users__roles check (roles <@ array['confirm', 'vet', 'review', 'approve']),
  enabled boolean not null default true,
  constraint staff_users__point check (not ('confirm' = any (roles)) or point_id is not null)
);
comment on table staff_users is 'Accounts of office people: one agency, roles, enabled or not.';
create index staff_users__person_id on staff_users (person_id);
create index staff_users__agency_code on staff_users (agency_code);

create table staff_keys (
  serial text primary key,
  user_id uuid not null references staff_users,
  registered_at timestamptz not null default app_now(),
  revoked_at timestamptz
);
comment on table staff_keys is 'Serials of the SM2 keys on file; the key itself never leaves its holder.';

create table staff_sign_ins (
  id uuid primary key,
  ticket_hash bytea not null unique,
  user_id uuid not null references staff_users,
  device_hash bytea not null,
  challenge text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table staff_sign_ins is 'Right password, key proof still to come: 60 seconds, once, in the same browser (S-034).';

create table staff_sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references staff_users,
  key_serial text not null references staff_keys,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_because text
);
comment on table staff_sessions is 'Office sessions: 15 minutes idle, 12 hours in all, one live per user.';
create unique index staff_sessions__one_live on staff_sessions (user_id) where ended_at is null;

create table staff_failures (
  username_hash bytea primary key,
  failures int not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
comment on table staff_failures is 'Failed office sign-ins, growing waits.';

grant select on staff_people, staff_users, staff_keys to office_face;
grant select, insert, update on staff_sign_ins, staff_sessions to office_face;
grant select, insert, update, delete on staff_failures to office_face;
grant select, delete on staff_sign_ins, staff_sessions, staff_failures to worker;
grant select on staff_people, staff_users to worker;
