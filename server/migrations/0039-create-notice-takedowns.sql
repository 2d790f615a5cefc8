-- PUB-5: an upper office takes down what an office below has announced: two persons of it, a reason, both offices told.
create table notice_takedowns (
  id uuid primary key,
  notice_id uuid not null references notices,
  -- Whose announcement it is, and what it was called then.
  agency_code text not null references agencies,
  title text not null,
  upper_code text not null references agencies,
  reason text not null constraint notice_takedowns__reason check (length(reason) between 1 and 200),
  proposed_by uuid not null references staff_users,
  proposed_person_id uuid not null references staff_people,
  proposed_at timestamptz not null,
  state text not null default 'proposed'
    constraint notice_takedowns__state check (state in ('proposed', 'done', 'declined')),
  decided_by uuid references staff_users,
  decided_person_id uuid references staff_people,
  decided_at timestamptz,
  constraint notice_takedowns__upper check (upper_code <> agency_code),
  constraint notice_takedowns__decided check (
    (state = 'proposed') = (decided_at is null) and (decided_at is null) = (decided_by is null)
    and (decided_at is null) = (decided_person_id is null)),
  constraint notice_takedowns__two_persons check (decided_person_id <> proposed_person_id)
);
comment on table notice_takedowns is 'Announcements that an upper office wants taken down or has taken down (PUB-5).';
create unique index notice_takedowns__open on notice_takedowns (notice_id) where state = 'proposed';
create index notice_takedowns__notice_id on notice_takedowns (notice_id);
create index notice_takedowns__agency_code on notice_takedowns (agency_code, proposed_at desc);
create index notice_takedowns__upper_code on notice_takedowns (upper_code, proposed_at desc);
create index notice_takedowns__proposed_by on notice_takedowns (proposed_by);
create index notice_takedowns__proposed_person_id on notice_takedowns (proposed_person_id);
create index notice_takedowns__decided_by on notice_takedowns (decided_by);
create index notice_takedowns__decided_person_id on notice_takedowns (decided_person_id);
alter table notice_takedowns enable row level security;
create policy notice_takedowns__upper on notice_takedowns for select to office_face using (upper_code = app_agency_code());
-- The office below is told what was decided, not what is only proposed.
create policy notice_takedowns__told on notice_takedowns for select to office_face
  using (agency_code = app_agency_code() and state = 'done');
create policy notice_takedowns__propose on notice_takedowns for insert to office_face
  with check (upper_code = app_agency_code() and proposed_by = app_officer_id() and state = 'proposed'
    and agency_is_under(agency_code, app_agency_code()));
create policy notice_takedowns__decide on notice_takedowns for update to office_face
  using (upper_code = app_agency_code() and state = 'proposed')
  with check (upper_code = app_agency_code() and decided_by = app_officer_id());
create policy notice_takedowns__kept on notice_takedowns for select to worker, reporter using (true);
grant select, insert on notice_takedowns to office_face;
grant update (state, decided_by, decided_person_id, decided_at) on notice_takedowns to office_face;
grant select on notice_takedowns to worker, reporter;

-- Takes down what a second person of an upper office has just agreed to; writing below goes through here alone (S-050).
create function take_down_notice(wanted uuid) returns boolean
language plpgsql security definer set search_path = public as $$
begin
  update notices n set withdrawn_at = app_now(), withdrawn_by = t.decided_by,
    withdraw_reason = (select a.name from agencies a where a.code = t.upper_code) || '撤下：' || t.reason
  from notice_takedowns t
  where t.id = wanted and t.state = 'done' and t.decided_by = app_officer_id() and t.upper_code = app_agency_code()
    and n.id = t.notice_id and n.agency_code = t.agency_code and agency_is_under(n.agency_code, t.upper_code)
    and n.withdrawn_at is null and (n.taken_down_at is null or n.taken_down_at > app_now());
  return found;
end $$;
revoke execute on function take_down_notice from public;
grant execute on function take_down_notice to office_face;
