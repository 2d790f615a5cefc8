-- A function may be called by those it is granted to and by nobody else.
alter default privileges revoke execute on functions from public;

-- Who is asking is set once per transaction; row-level security reads it from here and nowhere else.
create function app_person_id() returns uuid language sql stable
  return nullif(current_setting('app.person_id', true), '')::uuid;
create function app_officer_id() returns uuid language sql stable
  return nullif(current_setting('app.officer_id', true), '')::uuid;
create function app_agency_code() returns text language sql stable
  return nullif(current_setting('app.agency_code', true), '');
create function app_point_id() returns uuid language sql stable
  return nullif(current_setting('app.point_id', true), '')::uuid;

create table clock_offsets (
  is_only boolean primary key default true constraint clock_offsets__is_only check (is_only),
  offset_by interval not null
);
comment on table clock_offsets is 'Moves the clock in demo and test mode; production refuses to start while a row is here.';

-- The one clock: database time of the transaction, moved only by clock_offsets. Instants; legal days are computed from it.
create function app_now() returns timestamptz language sql stable
  as 'select now() + coalesce((select offset_by from clock_offsets), interval ''0'')';

grant execute on function app_person_id, app_officer_id, app_agency_code, app_point_id, app_now
  to public_face, office_face, partner_face, worker, reporter, auditor;
grant select on clock_offsets to public_face, office_face, partner_face, worker, reporter, auditor;

-- Set by `migrate`; a process with another number of migrations than the database does not become ready.
create schema if not exists private;
comment on schema private is 'Functions that triggers and constraints use; no application role may call into it.';
