-- A case that is offered to this office, or that its predecessor concluded, is read here; it is written where it is, at its
-- own desk (S-048, S-050). The rows of a case asked so far whether the case can be seen.
create function app_holds_case(wanted uuid) returns boolean language sql stable set search_path = public
  as $$
    select exists (select 1 from applications a where a.id = wanted and a.agency_code = app_agency_code()
      and (app_point_id() is null or a.point_id = app_point_id()))
  $$;
revoke execute on function app_holds_case(uuid) from public;
grant execute on function app_holds_case(uuid) to office_face;

alter policy application_events__agency on application_events with check (app_holds_case(application_id));
alter policy case_holds__agency on case_holds with check (app_holds_case(application_id));
alter policy conclusion_corrections__agency on conclusion_corrections with check (app_holds_case(application_id));
alter policy decisions__agency on decisions with check (app_holds_case(application_id));
alter policy evidence_uses__agency on evidence_uses with check (app_holds_case(application_id));
alter policy files__agency on files with check (app_holds_case(application_id));
alter policy materials__agency on materials with check (app_holds_case(application_id));
alter policy messages__agency on messages with check (app_holds_case(application_id));
alter policy messages__agency_mark on messages with check (app_holds_case(application_id));
alter policy restriction_checks__agency on restriction_checks with check (app_holds_case(application_id));
alter policy reviews__agency on reviews with check (app_holds_case(application_id));
alter policy supplement_requests__agency on supplement_requests with check (app_holds_case(application_id));
alter policy case_agents__agency on case_agents with check (agency_code = app_agency_code() and app_holds_case(application_id));
alter policy confirmations__agency on confirmations with check (agency_code = app_agency_code() and app_holds_case(application_id));
alter policy decision_letters__agency on decision_letters with check (agency_code = app_agency_code() and app_holds_case(application_id));
alter policy medical_records__agency on medical_records with check (agency_code = app_agency_code() and app_holds_case(application_id));
alter policy review_requests__agency on review_requests with check (agency_code = app_agency_code() and app_holds_case(application_id));
alter policy verifications__diploma on verifications with check (kind = 'diploma' and app_holds_case(application_id));
alter policy vetting_papers__record on vetting_papers
  with check (agency_code = app_agency_code() and state = 'recorded' and app_holds_case(application_id));
alter policy vetting_papers__verify on vetting_papers with check (state <> 'recorded' and app_holds_case(application_id));
alter policy vetting_requests__ask on vetting_requests
  with check ((state = 'requested' or source = 'paper') and app_holds_case(application_id));
alter policy vetting_requests__answer on vetting_requests
  with check (state in ('clear', 'hit', 'error') and app_holds_case(application_id));
alter policy bulk_run_rows__agency on bulk_run_rows
  with check (exists (select 1 from bulk_runs r where r.id = run_id) and app_holds_case(application_id));

-- Only the office that has a case offers it: an offer opens the case to the one it is made to.
alter policy case_moves__propose on case_moves
  with check (from_agency = app_agency_code() and proposed_by = app_officer_id() and state = 'proposed' and app_holds_case(application_id));

-- A stand-in has the kinds of the person stood in for while that person has them and may work (S-043), as at the door.
create or replace function app_consultation_kinds() returns text[] language sql stable security definer set search_path = public
  as $$
    with held as (
      select unnest(u.roles) as role from staff_users u where u.id = app_officer_id()
      union all
      select unnest(staff_delegated_roles(app_officer_id()))
    )
    select array(select 'consultation' from held where role = 'publicity' union select 'complaint' from held where role = 'publicity'
      union select 'fraud' from held where role = 'restrict')
  $$;
