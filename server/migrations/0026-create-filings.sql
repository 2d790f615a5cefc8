-- What provinces, cities and counties file upward before plans are set and announcements are published (PLN-2): notices to
-- applicants and teachers, 网报及培训计划表, 实施方案; every version kept, deadlines, reminders.

create table filings (
  id uuid primary key,
  agency_code text not null references agencies,
  kind text not null,
  year integer not null,
  round_id uuid references rounds,
  -- What somebody works on (contract/src/office/filing.ts).
  draft jsonb not null,
  draft_version integer not null default 1,
  scan_file_id uuid references files,
  updated_at timestamptz not null,
  constraint filings__kind check (kind in ('applicant-notice', 'teacher-notice', 'plan-table', 'scheme')),
  constraint filings__round check ((kind = 'plan-table') = (round_id is null)),
  constraint filings__draft_kind check (draft ->> 'kind' = kind),
  constraint filings__agency_code_kind_year_round_id unique nulls not distinct (agency_code, kind, year, round_id),
  constraint filings__id_agency_code unique (id, agency_code)
);
comment on table filings is 'Filings upward: one an agency, kind and year or round; its versions and opinions stand below.';
create index filings__kind_round_id on filings (kind, round_id, agency_code);
create index filings__round_id on filings (round_id);
create index filings__scan_file_id on filings (scan_file_id);

create table filing_submissions (
  id uuid primary key,
  filing_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  scan_file_id uuid not null references files,
  handed_in_by uuid not null references staff_users,
  handed_in_person_id uuid not null references staff_people,
  handed_in_at timestamptz not null,
  constraint filing_submissions__filing_id_number unique (filing_id, number),
  constraint filing_submissions__id_handed_in_person_id unique (id, handed_in_person_id),
  constraint filing_submissions__filing foreign key (filing_id, agency_code) references filings (id, agency_code)
);
comment on table filing_submissions is 'Versions handed in upward with their stamped scans; append-only.';
create index filing_submissions__filing on filing_submissions (filing_id, agency_code);
create index filing_submissions__scan_file_id on filing_submissions (scan_file_id);
create index filing_submissions__handed_in_by on filing_submissions (handed_in_by);
create index filing_submissions__handed_in_person_id on filing_submissions (handed_in_person_id);

create table filing_reviews (
  submission_id uuid primary key,
  handed_in_person_id uuid not null,
  -- The receiver that decided.
  agency_code text not null references agencies,
  accepted boolean not null,
  reason text,
  reviewed_by uuid not null references staff_users,
  reviewer_person_id uuid not null references staff_people,
  reviewed_at timestamptz not null,
  constraint filing_reviews__submission foreign key (submission_id, handed_in_person_id)
    references filing_submissions (id, handed_in_person_id),
  constraint filing_reviews__two_persons check (reviewer_person_id <> handed_in_person_id),
  constraint filing_reviews__reason check (accepted or reason is not null)
);
comment on table filing_reviews is 'Acceptance or return of a version by its receiver, by another person; append-only.';
create index filing_reviews__submission on filing_reviews (submission_id, handed_in_person_id);
create index filing_reviews__agency_code on filing_reviews (agency_code);
create index filing_reviews__reviewed_by on filing_reviews (reviewed_by);
create index filing_reviews__reviewer_person_id on filing_reviews (reviewer_person_id);

create table filing_reminders (
  id uuid primary key,
  -- Whom it reminds.
  agency_code text not null references agencies,
  kind text not null,
  year integer not null,
  round_id uuid references rounds,
  cause text not null,
  due_on date not null,
  note text,
  raised_from text references agencies,
  raised_by uuid references staff_users,
  raised_at timestamptz not null,
  raised_on date not null,
  seen_by uuid references staff_users,
  seen_at timestamptz,
  constraint filing_reminders__kind check (kind in ('applicant-notice', 'teacher-notice', 'plan-table', 'scheme')),
  constraint filing_reminders__round check ((kind = 'plan-table') = (round_id is null)),
  constraint filing_reminders__cause check (cause in ('due-soon', 'overdue', 'urged')),
  constraint filing_reminders__urged check ((cause = 'urged') = (num_nonnulls(note, raised_from, raised_by) = 3)),
  constraint filing_reminders__seen check ((seen_by is null) = (seen_at is null))
);
comment on table filing_reminders is 'Site notices to agencies whose filing is due, late or urged.';
create unique index filing_reminders__once on filing_reminders (agency_code, kind, year, round_id, cause, due_on)
  nulls not distinct where cause <> 'urged';
create unique index filing_reminders__urged_once on filing_reminders (agency_code, kind, year, round_id, raised_from, raised_on)
  nulls not distinct where cause = 'urged';
create index filing_reminders__open on filing_reminders (agency_code, raised_at) where seen_at is null;
create index filing_reminders__round_id on filing_reminders (round_id);
create index filing_reminders__raised_from on filing_reminders (raised_from);
create index filing_reminders__raised_by on filing_reminders (raised_by);
create index filing_reminders__seen_by on filing_reminders (seen_by);

alter table filings enable row level security;
alter table filing_submissions enable row level security;
alter table filing_reviews enable row level security;
alter table filing_reminders enable row level security;
create policy filings__own on filings for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy filings__below on filings for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy filings__worker on filings for select to worker using (true);
create policy filing_submissions__own on filing_submissions for all to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy filing_submissions__below on filing_submissions for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy filing_submissions__worker on filing_submissions for select to worker using (true);
-- Whoever sees what was handed in sees the opinion on it; its receiver alone gives one (S-050).
create policy filing_reviews__read on filing_reviews for select to office_face
  using (exists (select 1 from filing_submissions s where s.id = submission_id));
create policy filing_reviews__worker on filing_reviews for select to worker using (true);
create policy filing_reviews__receiver on filing_reviews for insert to office_face
  with check (agency_code = app_agency_code() and reviewed_by = app_officer_id() and exists (
    select 1 from filing_submissions s where s.id = submission_id and staff_filing_agency(s.agency_code) = app_agency_code()));
create policy filing_reminders__own on filing_reminders to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy filing_reminders__below on filing_reminders for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
create policy filing_reminders__raise on filing_reminders for insert to office_face
  with check (raised_from = app_agency_code() and raised_by = app_officer_id() and agency_is_under(agency_code, app_agency_code()));
create policy filing_reminders__worker on filing_reminders to worker using (true) with check (true);
grant select, insert on filings, filing_submissions, filing_reviews, filing_reminders to office_face;
grant update (draft, draft_version, scan_file_id, updated_at) on filings to office_face;
grant update (seen_by, seen_at) on filing_reminders to office_face;
grant select on filings, filing_submissions, filing_reviews to worker;
grant select, insert on filing_reminders to worker;
grant execute on function staff_filing_agency to worker;
