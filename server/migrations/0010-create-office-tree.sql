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
