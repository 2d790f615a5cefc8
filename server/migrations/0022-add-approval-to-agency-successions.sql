-- A reorganisation needs two persons, and takes all work of the old agency along (ADM-2, S-056, domain §23 case 12).

alter table agency_successions add column approved_by uuid references staff_users;
alter table agency_successions add column approved_at timestamptz;
create index agency_successions__approved_by on agency_successions (approved_by);
alter table agency_successions add constraint agency_successions__approved
  check ((approved_by is null) = (approved_at is null) and (carried_out_at is null or approved_at is not null)) not valid;
grant update (approved_by, approved_at) on agency_successions to office_face;

-- 四眼: two accounts of one person are one pair of eyes; nobody approves in the name of somebody else.
create function private.check_succession() returns trigger language plpgsql as $$
begin
  if new.approved_by is not null and old.approved_by is null and
     (select person_id from staff_users where id = new.approved_by) = (select person_id from staff_users where id = new.ordered_by) then
    raise exception 'a succession is approved by a second person' using errcode = '23514', constraint = 'agency_successions__four_eyes';
  end if;
  if current_user = 'office_face' and new.approved_by is distinct from old.approved_by and new.approved_by <> app_officer_id() then
    raise exception 'approved in the name of another' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger agency_successions__check before update on agency_successions
  for each row execute function private.check_succession();

-- What was handed in or published of a plan goes with the plan.
alter table plan_submissions drop constraint plan_submissions__plan;
alter table plan_submissions add constraint plan_submissions__plan
  foreign key (plan_id, agency_code) references plans (id, agency_code) on update cascade;
alter table plan_publications drop constraint plan_publications__plan;
alter table plan_publications add constraint plan_publications__plan
  foreign key (plan_id, agency_code) references plans (id, agency_code) on update cascade;

-- Work that lies at an agency beside its cases goes to the successor with them: the desk's numbers and bookings, what
-- waits for an answer, what is kept. What is over stays with the agency that did it. Slots and days first: whoever books
-- or takes a number holds them, and reads the new agency afterwards.
create function move_agency_work(from_code text, to_code text) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not exists (select 1 from agencies where code = from_code and successor_code = to_code) then
    raise exception 'not the successor of this agency' using errcode = '42501';
  end if;
  update appointment_slots set agency_code = to_code where agency_code = from_code;
  update queue_days set agency_code = to_code where agency_code = from_code;
  update appointments set agency_code = to_code where agency_code = from_code;
  update appointment_draws set agency_code = to_code where agency_code = from_code;
  update appointment_rules set agency_code = to_code where agency_code = from_code;
  update queue_tickets set agency_code = to_code where agency_code = from_code;
  update call_screens set agency_code = to_code where agency_code = from_code;
  update point_versions set agency_code = to_code where agency_code = from_code;

  update case_agents c set agency_code = to_code from applications a
    where c.agency_code = from_code and a.id = c.application_id and a.agency_code = to_code;
  update medical_unmatched set agency_code = to_code where agency_code = from_code and state = 'open';
  update medical_imports i set agency_code = to_code where agency_code = from_code
    and exists (select 1 from medical_unmatched u where u.import_id = i.id and u.agency_code = to_code)
    and not exists (select 1 from medical_imports own where own.agency_code = to_code and own.file_hash = i.file_hash);
  update messages m set agency_code = to_code from applications a
    where m.agency_code = from_code and a.id = m.application_id and a.agency_code = to_code;
  update service_requests set agency_code = to_code where agency_code = from_code and state = 'waiting';
  update case_alerts set agency_code = to_code where agency_code = from_code and seen_at is null;
  update vetting_batches set agency_code = to_code where agency_code = from_code and state in ('waiting', 'sent');
  update review_requests set agency_code = to_code where agency_code = from_code and outcome is null;
  update revocation_items set agency_code = to_code where agency_code = from_code and closed_at is null;
  update case_moves m set state = 'recalled', answered_at = app_now(), answer = '两个机构已合并，不再移送。',
      answered_by = (select s.ordered_by from agency_successions s where s.old_code = from_code and s.cancelled_at is null)
    where state = 'proposed' and from_agency in (from_code, to_code) and to_agency in (from_code, to_code);
  update case_moves set from_agency = to_code where state = 'proposed' and from_agency = from_code;
  update case_moves set to_agency = to_code where state = 'proposed' and to_agency = from_code;

  -- Plans of rounds that are not over, unless the successor has its own or used the same number.
  update plans p set agency_code = to_code from rounds r
    where p.agency_code = from_code and r.id = p.round_id and r.closes_at > app_now()
      and not exists (select 1 from plans own where own.round_id = p.round_id and own.agency_code = to_code)
      and not exists (select 1 from plan_publications n join plan_publications own
        on own.order_number = n.order_number and own.agency_code = to_code where n.plan_id = p.id);
  update plan_windows w set agency_code = to_code from plans p
    where w.agency_code = from_code and p.id = w.plan_id and p.agency_code = to_code;

  update custody_items set agency_code = to_code where agency_code = from_code and retired_on is null;
  update handovers set agency_code = to_code where agency_code = from_code and closed_at is null and cancelled_at is null;
  update staff_delegations set ended_at = app_now(), ended_because = 'agency-succeeded'
    where agency_code = from_code and ended_at is null;
  update staff_activations c set ended_at = app_now() from staff_users u
    where u.id = c.user_id and u.agency_code = from_code and not u.enabled and c.used_at is null and c.ended_at is null;
end $$;
revoke execute on function move_agency_work from public;
grant execute on function move_agency_work to worker;
