-- A recognised case stays with the agency whose number it bears; the office that keeps its archive answers for it, so that a
-- conclusion gone wrong before a reorganisation can still be taken back by two persons (ADM-2, DEC-5, domain §23 case 12).
create policy applications__archive on applications for update to office_face
  using (conclusion = 'passed' and agency_code = any ((select app_predecessors())::text[])
    and (app_point_id() is null or point_id = app_point_id()))
  with check (conclusion = 'passed' and agency_code = any ((select app_predecessors())::text[]));

create or replace function app_holds_case(wanted uuid) returns boolean language sql stable set search_path = public
  as $$
    select exists (select 1 from applications a where a.id = wanted
      and (a.agency_code = app_agency_code() or a.conclusion = 'passed' and agency_now(a.agency_code) = app_agency_code())
      and (app_point_id() is null or a.point_id = app_point_id()))
  $$;

create or replace function void_certificate(confirmed_correction uuid) returns setof uuid
language plpgsql security definer set search_path = public as $$
declare ended record;
begin
  for ended in
    update certificates c set state = 'void' from conclusion_corrections k
    where k.id = confirmed_correction and k.kind = 'void' and k.state = 'confirmed'
      and c.application_id = k.application_id and agency_now(c.agency_code) = app_agency_code() and c.state <> 'void'
    returning c.id
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, correction_id)
      select ended.id, coalesce(max(seq), 0) + 1, 'voided', app_now(), 'own-fault', confirmed_correction
      from certificate_events where certificate_id = ended.id;
    return next ended.id;
  end loop;
end $$;

-- Delivery is noted by whoever answers for the case now, whichever office made the letter.
alter policy decision_letters__agency on decision_letters with check (app_holds_case(application_id));
