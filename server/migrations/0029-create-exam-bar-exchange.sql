-- Exam bars in both directions (INT-4): lists of the exam authority come in and are entered by two persons; entries that keep
-- a person from the exam go out.
create table exam_bar_imports (
  id uuid primary key,
  agency_code text not null references agencies,
  review_agency_code text not null references agencies,
  source text not null constraint exam_bar_imports__source check (source in ('file', 'authority')),
  state text not null constraint exam_bar_imports__state check
    (state in ('fetching', 'read', 'pending', 'accepted', 'returned', 'failed')),
  -- The list as it came: row of the file and hash of its content.
  file_id uuid references files,
  content_hash text,
  count int not null default 0,
  fresh int not null default 0,
  known int not null default 0,
  faulty int not null default 0,
  entered_by uuid not null references staff_people,
  entered_at timestamptz not null,
  reviewed_by uuid references staff_people,
  reviewed_at timestamptz,
  return_reason text,
  constraint exam_bar_imports__content check ((state in ('fetching', 'failed')) or (file_id is not null and content_hash is not null)),
  constraint exam_bar_imports__two_persons check (reviewed_by <> entered_by),
  constraint exam_bar_imports__reviewed check ((state in ('accepted', 'returned')) = (reviewed_at is not null)
    and (reviewed_at is null) = (reviewed_by is null)),
  constraint exam_bar_imports__returned check ((state = 'returned') = (return_reason is not null))
);
comment on table exam_bar_imports is 'Lists of exam bars as the exam authority handed them over, by file or by interface, with their review.';
create unique index exam_bar_imports__one_list on exam_bar_imports (agency_code, content_hash)
  where source = 'file' and state in ('read', 'pending', 'accepted');
create unique index exam_bar_imports__one_fetch on exam_bar_imports (agency_code) where state = 'fetching';
create index exam_bar_imports__agency_code on exam_bar_imports (agency_code, entered_at desc, id);
create index exam_bar_imports__review_agency_code on exam_bar_imports (review_agency_code, entered_at desc, id);
create index exam_bar_imports__file_id on exam_bar_imports (file_id);
create index exam_bar_imports__entered_by on exam_bar_imports (entered_by);
create index exam_bar_imports__reviewed_by on exam_bar_imports (reviewed_by);

create table exam_bar_rows (
  import_id uuid not null references exam_bar_imports,
  row int not null,
  outcome text not null constraint exam_bar_rows__outcome check (outcome in ('fresh', 'known', 'faulty')),
  masked_name text not null,
  masked_number text not null,
  decision_number text not null,
  sentence text,
  entry_id uuid references restriction_entries,
  primary key (import_id, row),
  constraint exam_bar_rows__fresh check ((outcome = 'fresh') = (entry_id is not null))
);
comment on table exam_bar_rows is 'What became of each row of a list; a name and a number stand here masked.';
create index exam_bar_rows__entry_id on exam_bar_rows (entry_id);

create table exam_bar_reports (
  id uuid primary key,
  entry_id uuid not null references restriction_entries,
  state text not null constraint exam_bar_reports__state check (state in ('in-force', 'withdrawn')),
  queued_at timestamptz not null,
  sent_at timestamptz,
  holds_proof boolean,
  -- One entry is told once in each state, however often the job runs.
  constraint exam_bar_reports__entry_id_state unique (entry_id, state),
  constraint exam_bar_reports__sent check ((sent_at is null) = (holds_proof is null))
);
comment on table exam_bar_reports is 'What was told to the exam authority about entries that keep a person from the exam.';
create index exam_bar_reports__queued_at on exam_bar_reports (queued_at desc, id);

alter table exam_bar_imports enable row level security;
create policy exam_bar_imports__line on exam_bar_imports for select to office_face
  using (agency_code = app_agency_code() or review_agency_code = app_agency_code());
create policy exam_bar_imports__enter on exam_bar_imports for insert to office_face with check (agency_code = app_agency_code());
create policy exam_bar_imports__change on exam_bar_imports for update to office_face
  using (agency_code = app_agency_code() or review_agency_code = app_agency_code())
  with check (agency_code = app_agency_code() or review_agency_code = app_agency_code());
create policy exam_bar_imports__worker on exam_bar_imports to worker using (true) with check (true);
grant select, insert on exam_bar_imports to office_face;
grant update (state, count, fresh, known, faulty, reviewed_by, reviewed_at, return_reason) on exam_bar_imports to office_face;
grant select on exam_bar_imports to worker;
grant update (state, file_id, content_hash, count) on exam_bar_imports to worker;
alter table exam_bar_rows enable row level security;
create policy exam_bar_rows__line on exam_bar_rows to office_face
  using (exists (select 1 from exam_bar_imports i where i.id = exam_bar_rows.import_id))
  with check (exists (select 1 from exam_bar_imports i where i.id = exam_bar_rows.import_id and i.agency_code = app_agency_code()));
create policy exam_bar_rows__worker on exam_bar_rows for select to worker using (true);
grant select, insert on exam_bar_rows to office_face;
grant select on exam_bar_rows to worker;
alter table exam_bar_reports enable row level security;
create policy exam_bar_reports__line on exam_bar_reports for select to office_face
  using (exists (select 1 from restriction_entries e where e.id = exam_bar_reports.entry_id));
create policy exam_bar_reports__worker on exam_bar_reports to worker using (true) with check (true);
grant select on exam_bar_reports to office_face;
grant select, insert on exam_bar_reports to worker;
grant update (sent_at, holds_proof) on exam_bar_reports to worker;

-- Whether this very decision about the person stands in the 限制库 already, whoever entered it.
create function exam_bar_known(person bytea, decision text) returns boolean
language sql stable security definer set search_path = public
  as $$
    select exists (select 1 from restriction_entries where person_index = person and kind = 'exam-cheat'
      and decision_number = decision and purpose = 'entry' and state in ('pending', 'effective'))
  $$;
revoke execute on function exam_bar_known from public;
grant execute on function exam_bar_known to office_face;
