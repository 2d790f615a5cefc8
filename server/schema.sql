-- The schema as the migrations leave it, for readers; written by `npm run db:schema`, never by hand.
-- Sorted by kind and name; not meant to be executed. Names without a schema are of `public`.

-- Schemas

create schema private;
comment on schema private is 'Functions that triggers and constraints use; no application role may call into it.';

create schema public;
comment on schema public is 'standard public schema';
grant create, usage on schema public to migrator;
grant usage on schema public to auditor;
grant usage on schema public to office_face;
grant usage on schema public to partner_face;
grant usage on schema public to public;
grant usage on schema public to public_face;
grant usage on schema public to reporter;
grant usage on schema public to worker;

-- Tables

create table accounts (
  id uuid not null,
  document_type text not null,
  number_sealed bytea not null,
  person_index bytea not null,
  name text not null,
  sex smallint not null,
  birth_on date not null,
  ethnic_group text,
  phone_sealed bytea not null,
  phone_index bytea not null,
  password_hash text not null,
  real_name_state text default 'waiting'::text not null,
  real_name_checked_at timestamp with time zone,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  lapses_at timestamp with time zone,
  recovered_at timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts__claim CHECK (((claimed_at IS NOT NULL) = (real_name_state = 'proven'::text))),
  constraint accounts__document_type CHECK ((document_type = ANY (ARRAY['resident-id'::text, 'hmt-residence-permit'::text, 'hk-macao-permit'::text, 'taiwan-permit'::text]))),
  constraint accounts__ethnic_group CHECK ((ethnic_group ~ '^\d{2}$'::text)),
  constraint accounts__lapse CHECK (((lapses_at IS NULL) = (claimed_at IS NOT NULL))),
  constraint accounts__real_name_state CHECK ((real_name_state = ANY (ARRAY['proven'::text, 'unproven'::text, 'waiting'::text, 'mismatch'::text, 'not-found'::text, 'taken'::text]))),
  constraint accounts__sex CHECK ((sex = ANY (ARRAY[1, 2])))
);
comment on table accounts is 'Applicants and teachers; the account is the person on the portal side.';
CREATE INDEX accounts__lapses_at ON public.accounts USING btree (lapses_at) WHERE (lapses_at IS NOT NULL);
CREATE INDEX accounts__person_index ON public.accounts USING btree (person_index);
CREATE UNIQUE INDEX accounts__person_index_claimed ON public.accounts USING btree (person_index) WHERE (claimed_at IS NOT NULL);
CREATE TRIGGER accounts__note_row_change AFTER INSERT OR DELETE OR UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table accounts enable row level security;
create policy accounts__own on accounts for all to public_face using ((id = app_person_id())) with check ((id = app_person_id()));
create policy accounts__worker on accounts for all to worker using (true) with check (true);
grant delete, select, update on table accounts to worker;
grant insert, select on table accounts to public_face;
grant update (name, ethnic_group, phone_sealed, phone_index, password_hash, real_name_state) on table accounts to public_face;

create table agencies (
  code text not null,
  name text not null,
  level text not null,
  region_code text not null,
  parent_code text,
  status text default 'active'::text not null,
  successor_code text,
  constraint agencies_pkey PRIMARY KEY (code),
  constraint agencies_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES agencies(code),
  constraint agencies_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint agencies_successor_code_fkey FOREIGN KEY (successor_code) REFERENCES agencies(code),
  constraint agencies__code CHECK ((code ~ '^\d{5}$'::text)),
  constraint agencies__level CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text]))),
  constraint agencies__status CHECK ((status = ANY (ARRAY['active'::text, 'succeeded'::text]))),
  constraint agencies__successor_code CHECK (((status = 'succeeded'::text) = (successor_code IS NOT NULL)))
);
comment on table agencies is '认定机构: one for each county, city and province.';
CREATE INDEX agencies__parent_code ON public.agencies USING btree (parent_code);
CREATE INDEX agencies__region_code ON public.agencies USING btree (region_code);
CREATE INDEX agencies__successor_code ON public.agencies USING btree (successor_code) WHERE (successor_code IS NOT NULL);
alter table agencies enable row level security;
create policy agencies__add on agencies for insert to office_face with check (( SELECT agency_is_under(agencies.parent_code, app_agency_code()) AS agency_is_under));
create policy agencies__change on agencies for update to office_face using (((code <> app_agency_code()) AND agency_is_under(code, app_agency_code()))) with check ((code <> app_agency_code()));
create policy agencies__read on agencies for select to public using (true);
create policy agencies__worker on agencies for update to worker using (true) with check (true);
grant insert, select on table agencies to office_face;
grant select on table agencies to partner_face;
grant select on table agencies to public_face;
grant select on table agencies to reporter;
grant select on table agencies to worker;
grant update (name) on table agencies to office_face;
grant update (status, successor_code) on table agencies to worker;

create table agency_names (
  agency_code text not null,
  name text not null,
  held_from date not null,
  order_number text,
  constraint agency_names_pkey PRIMARY KEY (agency_code, held_from),
  constraint agency_names_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code)
);
comment on table agency_names is 'Names of agencies with the day each began; certificates keep the name they were issued under.';
alter table agency_names enable row level security;
create policy agency_names__add on agency_names for insert to office_face with check (((agency_code <> app_agency_code()) AND agency_is_under(agency_code, app_agency_code())));
create policy agency_names__change on agency_names for update to office_face using (((agency_code <> app_agency_code()) AND agency_is_under(agency_code, app_agency_code()))) with check ((agency_code <> app_agency_code()));
create policy agency_names__read on agency_names for select to public using (true);
grant insert, select on table agency_names to office_face;
grant select on table agency_names to partner_face;
grant select on table agency_names to public_face;
grant select on table agency_names to reporter;
grant select on table agency_names to worker;
grant update (name, order_number) on table agency_names to office_face;

create table agency_plans (
  id uuid not null,
  round_id uuid not null,
  agency_code text not null,
  network_opens_at timestamp with time zone not null,
  network_closes_at timestamp with time zone not null,
  confirm_opens_at timestamp with time zone not null,
  confirm_closes_at timestamp with time zone not null,
  decide_by date not null,
  announce_by date,
  complete_by date,
  constraint agency_plans_pkey PRIMARY KEY (id),
  constraint agency_plans__round_id_agency_code UNIQUE (round_id, agency_code),
  constraint agency_plans_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint agency_plans_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint agency_plans__confirm CHECK ((confirm_closes_at > confirm_opens_at)),
  constraint agency_plans__network CHECK ((network_closes_at > network_opens_at))
);
comment on table agency_plans is '网报 and 确认 windows of an agency.';
CREATE INDEX agency_plans__agency_code ON public.agency_plans USING btree (agency_code);
CREATE TRIGGER agency_plans__note_row_change AFTER INSERT OR DELETE OR UPDATE ON agency_plans FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
create policy agency_plans__succeed on agency_plans for all to worker using (true) with check (true);
grant select on table agency_plans to office_face;
grant select on table agency_plans to partner_face;
grant select on table agency_plans to public_face;
grant select on table agency_plans to reporter;
grant select on table agency_plans to worker;
grant update (agency_code) on table agency_plans to worker;

create table agency_powers (
  id uuid default gen_random_uuid() not null,
  agency_code text not null,
  qualification_type smallint not null,
  held_from date not null,
  held_to date,
  source text not null,
  constraint agency_powers_pkey PRIMARY KEY (id),
  constraint agency_powers_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint agency_powers__dates CHECK (((held_to IS NULL) OR (held_to > held_from))),
  constraint agency_powers__qualification_type CHECK (((qualification_type >= 1) AND (qualification_type <= 7))),
  constraint agency_powers__agency_code_qualification_type_days EXCLUDE USING gist (int4range((((agency_code)::integer * 10) + qualification_type), (((agency_code)::integer * 10) + qualification_type), '[]'::text) WITH &&, daterange(held_from, held_to) WITH &&)
);
comment on table agency_powers is '认定权限: which agency recognises which type between which days (教师资格条例 art. 13 and its exceptions).';
CREATE INDEX agency_powers__agency_code ON public.agency_powers USING btree (agency_code, qualification_type, held_from);
alter table agency_powers enable row level security;
create policy agency_powers__add on agency_powers for insert to office_face with check (((agency_code <> app_agency_code()) AND agency_is_under(agency_code, app_agency_code())));
create policy agency_powers__change on agency_powers for update to office_face using (((agency_code <> app_agency_code()) AND agency_is_under(agency_code, app_agency_code()))) with check ((agency_code <> app_agency_code()));
create policy agency_powers__read on agency_powers for select to public using (true);
create policy agency_powers__worker on agency_powers for update to worker using (true) with check (true);
grant insert, select on table agency_powers to office_face;
grant select on table agency_powers to partner_face;
grant select on table agency_powers to public_face;
grant select on table agency_powers to reporter;
grant select on table agency_powers to worker;
grant update (held_to) on table agency_powers to office_face;
grant update (held_to) on table agency_powers to worker;

create table agency_profiles (
  agency_code text not null,
  version integer not null,
  address text not null,
  phone text not null,
  email text not null,
  hours text not null,
  notes text not null,
  website text,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  constraint agency_profiles_pkey PRIMARY KEY (agency_code, version),
  constraint agency_profiles_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint agency_profiles_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff_users(id)
);
comment on table agency_profiles is '机构公示信息, every version; the portal shows the newest (PUB-4).';
CREATE INDEX agency_profiles__published_by ON public.agency_profiles USING btree (published_by);
alter table agency_profiles enable row level security;
create policy agency_profiles__own on agency_profiles for insert to office_face with check ((agency_code = app_agency_code()));
create policy agency_profiles__read on agency_profiles for select to public using (true);
grant insert, select on table agency_profiles to office_face;
grant select on table agency_profiles to reporter;
grant select on table agency_profiles to worker;
grant select (agency_code, version, address, phone, email, hours, notes, website, published_at) on table agency_profiles to public_face;

create table agency_successions (
  id uuid not null,
  old_code text not null,
  new_code text not null,
  effective_at timestamp with time zone not null,
  order_number text not null,
  reason text not null,
  moved_user_ids uuid[] not null,
  ordered_by uuid not null,
  ordered_at timestamp with time zone not null,
  carried_out_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  outcome jsonb,
  approved_by uuid,
  approved_at timestamp with time zone,
  constraint agency_successions_pkey PRIMARY KEY (id),
  constraint agency_successions_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES staff_users(id),
  constraint agency_successions_new_code_fkey FOREIGN KEY (new_code) REFERENCES agencies(code),
  constraint agency_successions_old_code_fkey FOREIGN KEY (old_code) REFERENCES agencies(code),
  constraint agency_successions_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES staff_users(id),
  constraint agency_successions__approved CHECK ((((approved_by IS NULL) = (approved_at IS NULL)) AND ((carried_out_at IS NULL) OR (approved_at IS NOT NULL)))) NOT VALID,
  constraint agency_successions__end CHECK (((carried_out_at IS NULL) OR (cancelled_at IS NULL))),
  constraint agency_successions__outcome CHECK (((carried_out_at IS NULL) = (outcome IS NULL))),
  constraint agency_successions__two_agencies CHECK ((old_code <> new_code))
);
comment on table agency_successions is 'Orders by which one agency takes the place of another at an instant (ADM-2, domain §23 case 12).';
CREATE INDEX agency_successions__approved_by ON public.agency_successions USING btree (approved_by);
CREATE INDEX agency_successions__new_code ON public.agency_successions USING btree (new_code);
CREATE UNIQUE INDEX agency_successions__old_code ON public.agency_successions USING btree (old_code) WHERE (cancelled_at IS NULL);
CREATE INDEX agency_successions__ordered_by ON public.agency_successions USING btree (ordered_by);
CREATE TRIGGER agency_successions__check BEFORE UPDATE ON agency_successions FOR EACH ROW EXECUTE FUNCTION private.check_succession();
alter table agency_successions enable row level security;
create policy agency_successions__cancel on agency_successions for update to office_face using (((old_code <> app_agency_code()) AND agency_is_under(old_code, app_agency_code()))) with check (((old_code <> app_agency_code()) AND agency_is_under(old_code, app_agency_code())));
create policy agency_successions__order on agency_successions for insert to office_face with check (((old_code <> app_agency_code()) AND agency_is_under(old_code, app_agency_code()) AND agency_is_under(new_code, app_agency_code())));
create policy agency_successions__read on agency_successions for select to office_face using ((agency_is_under(old_code, app_agency_code()) OR agency_is_under(new_code, app_agency_code())));
create policy agency_successions__worker on agency_successions for all to worker using (true) with check (true);
grant insert, select on table agency_successions to office_face;
grant select, update on table agency_successions to worker;
grant update (cancelled_at, approved_by, approved_at) on table agency_successions to office_face;

create table application_events (
  application_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  agency_code text not null,
  status text not null,
  data jsonb not null,
  constraint application_events_pkey PRIMARY KEY (application_id, seq),
  constraint application_events_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint application_events__actor_kind CHECK ((actor_kind = ANY (ARRAY['applicant'::text, 'officer'::text, 'system'::text]))),
  constraint application_events__kind CHECK ((kind = ANY (ARRAY['submitted'::text, 'amended'::text, 'withdrawn'::text, 'confirmed'::text, 'confirmation-refused'::text, 'returned'::text, 'vetting-recorded'::text, 'diploma-recorded'::text, 'reviewed'::text, 'recognised'::text, 'not-recognised'::text, 'materials-handed-in'::text, 'materials-judged'::text, 'time-granted'::text, 'medical-recorded'::text, 'held'::text, 'resumed'::text, 'moved'::text, 'succeeded'::text, 'corrected'::text])))
);
comment on table application_events is 'Append-only history of a case, written in the transaction of the change.';
alter table application_events enable row level security;
create policy application_events__agency on application_events for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id)))) with check (app_holds_case(application_id));
create policy application_events__own on application_events for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = application_events.application_id))));
create policy application_events__worker on application_events for all to worker using (true) with check (true);
grant insert, select on table application_events to office_face;
grant insert, select on table application_events to public_face;
grant insert, select on table application_events to worker;
grant select on table application_events to reporter;

create table applications (
  id uuid not null,
  registration_number text not null,
  account_id uuid not null,
  person_index bytea not null,
  round_id uuid not null,
  agency_code text not null,
  point_id uuid not null,
  qualification_type smallint not null,
  subject_code text not null,
  subject_name text not null,
  snapshot jsonb not null,
  policy_versions text[] not null,
  name text not null,
  sex smallint not null,
  birth_on date not null,
  number_sealed bytea not null,
  phone_sealed bytea not null,
  photo_file_id uuid not null,
  signature_file_id uuid not null,
  submitted_at timestamp with time zone not null,
  version integer default 1 not null,
  withdrawn_at timestamp with time zone,
  confirmation text,
  confirmed_at timestamp with time zone,
  photo_hash text,
  due_on date,
  due_provisional boolean default false not null,
  crime_cleared boolean default false not null,
  offence_cleared boolean default false not null,
  vetting_hit boolean default false not null,
  diploma_required boolean not null,
  diploma_evidence_id uuid,
  review text,
  conclusion text,
  concluded_at timestamp with time zone,
  recognition_year integer,
  status text generated always as (
CASE
    WHEN (conclusion = 'passed'::text) THEN 'recognised'::text
    WHEN (conclusion = 'failed'::text) THEN 'not-recognised'::text
    WHEN (confirmation = 'accepted'::text) THEN 'awaiting-approval'::text
    WHEN (confirmation = 'refused'::text) THEN 'confirmation-refused'::text
    ELSE 'awaiting-confirmation'::text
END) stored not null,
  stage text generated always as (
CASE
    WHEN ((withdrawn_at IS NOT NULL) OR (conclusion IS NOT NULL) OR (confirmation = 'refused'::text)) THEN 'closed'::text
    WHEN (confirmation IS NULL) THEN 'awaiting-confirmation'::text
    WHEN (review IS NOT NULL) THEN 'awaiting-approval'::text
    WHEN vetting_hit THEN 'awaiting-review'::text
    WHEN (NOT (crime_cleared AND offence_cleared)) THEN 'vetting'::text
    WHEN (diploma_required AND (diploma_evidence_id IS NULL)) THEN 'awaiting-diploma'::text
    ELSE 'awaiting-review'::text
END) stored not null,
  held_on date,
  constraint applications_pkey PRIMARY KEY (id),
  constraint applications_registration_number_key UNIQUE (registration_number),
  constraint applications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint applications_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint applications_diploma_evidence_id_fkey FOREIGN KEY (diploma_evidence_id) REFERENCES evidence(id),
  constraint applications_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint applications_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint applications_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint applications_signature_file_id_fkey FOREIGN KEY (signature_file_id) REFERENCES files(id),
  constraint applications__concluded CHECK (((conclusion IS NULL) = (concluded_at IS NULL))),
  constraint applications__concluded_after_confirmed CHECK (((conclusion IS NULL) OR (confirmation = 'accepted'::text))),
  constraint applications__conclusion CHECK ((conclusion = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint applications__confirmation CHECK ((confirmation = ANY (ARRAY['accepted'::text, 'refused'::text]))),
  constraint applications__confirmed CHECK (((confirmation IS NULL) = (confirmed_at IS NULL))),
  constraint applications__diploma CHECK (((conclusion IS DISTINCT FROM 'passed'::text) OR (NOT diploma_required) OR (diploma_evidence_id IS NOT NULL))),
  constraint applications__held_open CHECK (((held_on IS NULL) OR (conclusion IS NULL))),
  constraint applications__passed_year CHECK ((((conclusion = 'passed'::text) = (recognition_year IS NOT NULL)) OR ((conclusion IS NULL) AND (recognition_year IS NULL)))),
  constraint applications__qualification_type CHECK (((qualification_type >= 1) AND (qualification_type <= 7))),
  constraint applications__review CHECK ((review = ANY (ARRAY['pass'::text, 'fail'::text]))),
  constraint applications__vetted CHECK (((conclusion IS DISTINCT FROM 'passed'::text) OR (crime_cleared AND offence_cleared AND (NOT vetting_hit)))),
  constraint applications__withdrawn_open CHECK (((withdrawn_at IS NULL) OR (conclusion IS NULL)))
);
comment on table applications is 'Recognition cases: current facts; events beside them say how they came about.';
CREATE INDEX applications__account_id ON public.applications USING btree (account_id, submitted_at DESC);
CREATE INDEX applications__agency_name_submitted ON public.applications USING btree (agency_code, name text_pattern_ops, submitted_at DESC, id);
CREATE INDEX applications__closed ON public.applications USING btree (agency_code, qualification_type, submitted_at DESC, id) WHERE (stage = 'closed'::text);
CREATE INDEX applications__due_on ON public.applications USING btree (due_on, id) WHERE ((stage <> 'closed'::text) AND (due_on IS NOT NULL));
CREATE INDEX applications__due_open ON public.applications USING btree (id) WHERE ((due_on IS NOT NULL) AND (stage <> 'closed'::text));
CREATE INDEX applications__due_provisional ON public.applications USING btree (id) WHERE (due_provisional AND (stage <> 'closed'::text));
CREATE UNIQUE INDEX applications__one_a_year ON public.applications USING btree (person_index, recognition_year) WHERE (conclusion = 'passed'::text);
CREATE UNIQUE INDEX applications__one_live ON public.applications USING btree (person_index, round_id) WHERE ((withdrawn_at IS NULL) AND (conclusion IS DISTINCT FROM 'failed'::text));
CREATE INDEX applications__person_index ON public.applications USING btree (person_index);
CREATE INDEX applications__queue_point ON public.applications USING btree (point_id, stage, (
CASE
    WHEN (due_on IS NULL) THEN 'infinity'::date
    ELSE due_on
END), id) WHERE (stage <> 'closed'::text);
CREATE INDEX applications__queue_stage ON public.applications USING btree (agency_code, stage, (
CASE
    WHEN (due_on IS NULL) THEN 'infinity'::date
    ELSE due_on
END), id) WHERE (stage <> 'closed'::text);
CREATE INDEX applications__queue_type ON public.applications USING btree (agency_code, qualification_type, stage, (
CASE
    WHEN (due_on IS NULL) THEN 'infinity'::date
    ELSE due_on
END), id) WHERE (stage <> 'closed'::text);
CREATE TRIGGER applications__begin_vetting AFTER INSERT ON applications FOR EACH ROW WHEN (new.stage <> ALL (ARRAY['awaiting-confirmation'::text, 'closed'::text])) EXECUTE FUNCTION private.follow_vetting();
CREATE TRIGGER applications__count_changed AFTER UPDATE ON applications REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_changed_cases();
CREATE TRIGGER applications__count_new AFTER INSERT ON applications REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION count_new_cases();
CREATE TRIGGER applications__count_removed AFTER DELETE ON applications REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION count_removed_cases();
CREATE TRIGGER applications__follow_alerts AFTER UPDATE ON applications FOR EACH ROW WHEN ((old.stage = 'closed'::text) IS DISTINCT FROM (new.stage = 'closed'::text)) EXECUTE FUNCTION private.follow_alerts();
CREATE TRIGGER applications__follow_case AFTER UPDATE ON applications FOR EACH ROW WHEN ((old.stage = 'awaiting-confirmation'::text) IS DISTINCT FROM (new.stage = 'awaiting-confirmation'::text) OR old.agency_code IS DISTINCT FROM new.agency_code OR old.point_id IS DISTINCT FROM new.point_id) EXECUTE FUNCTION private.follow_case();
CREATE TRIGGER applications__follow_vetting AFTER UPDATE ON applications FOR EACH ROW WHEN ((old.stage = ANY (ARRAY['awaiting-confirmation'::text, 'closed'::text])) IS DISTINCT FROM (new.stage = ANY (ARRAY['awaiting-confirmation'::text, 'closed'::text])) OR (new.stage <> ALL (ARRAY['awaiting-confirmation'::text, 'closed'::text])) AND (old.agency_code IS DISTINCT FROM new.agency_code OR old.due_on IS DISTINCT FROM new.due_on)) EXECUTE FUNCTION private.follow_vetting();
CREATE TRIGGER applications__lead_to_successor BEFORE INSERT OR UPDATE OF agency_code ON applications FOR EACH ROW EXECUTE FUNCTION private.lead_to_successor();
CREATE TRIGGER applications__note_row_change AFTER INSERT OR DELETE OR UPDATE ON applications FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
CREATE TRIGGER applications__release_booking AFTER UPDATE OF withdrawn_at, confirmation, point_id ON applications FOR EACH ROW WHEN (new.withdrawn_at IS NOT NULL AND old.withdrawn_at IS NULL OR new.confirmation IS NOT NULL AND old.confirmation IS NULL OR new.point_id <> old.point_id) EXECUTE FUNCTION private.release_booking();
alter table applications enable row level security;
create policy applications__agency on applications for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check ((agency_code = app_agency_code()));
create policy applications__archive on applications for update to office_face using (((conclusion = 'passed'::text) AND (agency_code = ANY (( SELECT app_predecessors() AS app_predecessors)::text[])) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check (((conclusion = 'passed'::text) AND (agency_code = ANY (( SELECT app_predecessors() AS app_predecessors)::text[]))));
create policy applications__below on applications for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy applications__offered on applications for select to office_face using (((app_agency_code() IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM case_moves m
  WHERE ((m.application_id = applications.id) AND (m.state = 'proposed'::text) AND (m.to_agency = app_agency_code()))))));
create policy applications__own on applications for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy applications__predecessors on applications for select to office_face using (((agency_code = ANY (( SELECT app_predecessors() AS app_predecessors)::text[])) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
create policy applications__worker on applications for all to worker using (true) with check (true);
grant insert, select, update on table applications to public_face;
grant select on table applications to reporter;
grant select, update on table applications to office_face;
grant select, update on table applications to worker;

create table appointment_draws (
  id uuid not null,
  point_id uuid not null,
  agency_code text not null,
  day date not null,
  seed_hash text not null,
  seed_sealed bytea not null,
  requests_until timestamp with time zone not null,
  drawn_at timestamp with time zone,
  seed text,
  constraint appointment_draws_pkey PRIMARY KEY (id),
  constraint appointment_draws__point_id_day UNIQUE (point_id, day),
  constraint appointment_draws_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint appointment_draws_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint appointment_draws__revealed CHECK (((drawn_at IS NULL) = (seed IS NULL)))
);
comment on table appointment_draws is 'The draw of one day: hash of the seed published before, seed after, so that anybody can draw again (S-082).';
CREATE INDEX appointment_draws__agency_code ON public.appointment_draws USING btree (agency_code);
alter table appointment_draws enable row level security;
create policy appointment_draws__agency on appointment_draws for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (app_point_id() IS NULL)));
create policy appointment_draws__public on appointment_draws for select to public_face using (true);
create policy appointment_draws__worker on appointment_draws for all to worker using (true) with check (true);
grant insert on table appointment_draws to office_face;
grant select on table appointment_draws to worker;
grant select (id, point_id, agency_code, day, seed_hash, requests_until, drawn_at, seed) on table appointment_draws to office_face;
grant select (id, point_id, agency_code, day, seed_hash, requests_until, drawn_at, seed) on table appointment_draws to public_face;
grant update (drawn_at, seed) on table appointment_draws to worker;

create table appointment_requests (
  id uuid not null,
  draw_id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  person_index bytea not null,
  slot_ids uuid[] not null,
  state text default 'waiting'::text not null,
  place integer,
  slot_id uuid,
  asked_at timestamp with time zone not null,
  constraint appointment_requests_pkey PRIMARY KEY (id),
  constraint appointment_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint appointment_requests_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint appointment_requests_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES appointment_draws(id),
  constraint appointment_requests_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES appointment_slots(id),
  constraint appointment_requests__slot_ids CHECK (((cardinality(slot_ids) >= 1) AND (cardinality(slot_ids) <= 3))),
  constraint appointment_requests__state CHECK ((state = ANY (ARRAY['waiting'::text, 'won'::text, 'lost'::text, 'withdrawn'::text]))),
  constraint appointment_requests__won CHECK (((state = 'won'::text) = (slot_id IS NOT NULL)))
);
comment on table appointment_requests is 'Who asked for places of a day before its draw, with up to three wished slots.';
CREATE INDEX appointment_requests__account_id ON public.appointment_requests USING btree (account_id);
CREATE INDEX appointment_requests__application_id ON public.appointment_requests USING btree (application_id, asked_at DESC);
CREATE INDEX appointment_requests__draw_id ON public.appointment_requests USING btree (draw_id);
CREATE UNIQUE INDEX appointment_requests__one_waiting ON public.appointment_requests USING btree (person_index) WHERE (state = 'waiting'::text);
CREATE INDEX appointment_requests__slot_id ON public.appointment_requests USING btree (slot_id);
alter table appointment_requests enable row level security;
create policy appointment_requests__own on appointment_requests for all to public_face using ((account_id = app_person_id())) with check (((account_id = app_person_id()) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = appointment_requests.application_id)))));
create policy appointment_requests__worker on appointment_requests for all to worker using (true) with check (true);
grant insert, select on table appointment_requests to public_face;
grant select on table appointment_requests to worker;
grant update (state) on table appointment_requests to public_face;
grant update (state, place, slot_id) on table appointment_requests to worker;

create table appointment_rules (
  point_id uuid not null,
  agency_code text not null,
  slot_minutes integer not null,
  per_desk integer not null,
  online_percent integer not null,
  release text not null,
  draw_days_before integer not null,
  version integer default 1 not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint appointment_rules_pkey PRIMARY KEY (point_id),
  constraint appointment_rules_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint appointment_rules_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES staff_users(id),
  constraint appointment_rules_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint appointment_rules__draw_days_before CHECK (((draw_days_before >= 1) AND (draw_days_before <= 14))),
  constraint appointment_rules__online_percent CHECK (((online_percent >= 0) AND (online_percent <= 100))),
  constraint appointment_rules__per_desk CHECK (((per_desk >= 1) AND (per_desk <= 60))),
  constraint appointment_rules__release CHECK ((release = ANY (ARRAY['open'::text, 'draw'::text]))),
  constraint appointment_rules__slot_minutes CHECK (((slot_minutes >= 5) AND (slot_minutes <= 240)))
);
comment on table appointment_rules is 'How the slots of a point are made: length, places a desk, share for 网上预约, open or by draw.';
CREATE INDEX appointment_rules__agency_code ON public.appointment_rules USING btree (agency_code);
CREATE INDEX appointment_rules__changed_by ON public.appointment_rules USING btree (changed_by);
alter table appointment_rules enable row level security;
create policy appointment_rules__agency on appointment_rules for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (app_point_id() IS NULL)));
create policy appointment_rules__public on appointment_rules for select to public_face, worker using (true);
grant insert, select, update on table appointment_rules to office_face;
grant select on table appointment_rules to public_face;
grant select on table appointment_rules to worker;

create table appointment_slots (
  id uuid not null,
  point_id uuid not null,
  agency_code text not null,
  day date not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  capacity integer not null,
  walk_in integer not null,
  booked integer default 0 not null,
  released_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint appointment_slots_pkey PRIMARY KEY (id),
  constraint appointment_slots__point_id_starts_at UNIQUE (point_id, starts_at),
  constraint appointment_slots_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint appointment_slots_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint appointment_slots__booked CHECK (((booked >= 0) AND (booked <= capacity))),
  constraint appointment_slots__times CHECK ((ends_at > starts_at)),
  constraint appointment_slots__walk_in CHECK ((walk_in >= 0))
);
comment on table appointment_slots is 'Places of a point by time; booked counts the bookings that hold one and never exceeds capacity (I-14).';
comment on column appointment_slots.released_at is 'From when anybody may book; null until the draw of that day.';
CREATE INDEX appointment_slots__agency_code ON public.appointment_slots USING btree (agency_code);
CREATE INDEX appointment_slots__point_id_day ON public.appointment_slots USING btree (point_id, day);
alter table appointment_slots enable row level security;
create policy appointment_slots__agency on appointment_slots for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (app_point_id() IS NULL)));
create policy appointment_slots__public on appointment_slots for select to public_face using (true);
create policy appointment_slots__worker on appointment_slots for all to worker using (true) with check (true);
grant insert, select on table appointment_slots to office_face;
grant select on table appointment_slots to public_face;
grant select on table appointment_slots to worker;
grant update (ends_at, capacity, walk_in, released_at, closed_at) on table appointment_slots to office_face;
grant update (ends_at, capacity, walk_in, released_at, closed_at) on table appointment_slots to worker;

create table appointments (
  id uuid not null,
  slot_id uuid not null,
  point_id uuid not null,
  agency_code text not null,
  application_id uuid not null,
  account_id uuid not null,
  person_index bytea not null,
  state text default 'booked'::text not null,
  made_by text not null,
  booked_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  move_offered_at timestamp with time zone,
  constraint appointments_pkey PRIMARY KEY (id),
  constraint appointments_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint appointments_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint appointments_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint appointments_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint appointments_slot_id_fkey FOREIGN KEY (slot_id) REFERENCES appointment_slots(id),
  constraint appointments__ended CHECK (((ended_at IS NULL) = (state = 'booked'::text))),
  constraint appointments__made_by CHECK ((made_by = ANY (ARRAY['applicant'::text, 'draw'::text]))),
  constraint appointments__state CHECK ((state = ANY (ARRAY['booked'::text, 'arrived'::text, 'missed'::text, 'cancelled'::text, 'changed'::text, 'released'::text])))
);
comment on table appointments is '网上预约: who holds a place; a change ends one row and begins another.';
comment on column appointments.state is 'cancelled and changed by the person, released when the case no longer needs it.';
CREATE INDEX appointments__account_id ON public.appointments USING btree (account_id);
CREATE INDEX appointments__agency_code ON public.appointments USING btree (agency_code);
CREATE INDEX appointments__application_id ON public.appointments USING btree (application_id, booked_at DESC);
CREATE UNIQUE INDEX appointments__one_live ON public.appointments USING btree (person_index) WHERE (state = 'booked'::text);
CREATE INDEX appointments__person_index ON public.appointments USING btree (person_index, ended_at DESC);
CREATE INDEX appointments__point_id ON public.appointments USING btree (point_id, state);
CREATE INDEX appointments__slot_id ON public.appointments USING btree (slot_id) WHERE (state = ANY (ARRAY['booked'::text, 'arrived'::text, 'missed'::text]));
CREATE TRIGGER appointments__count AFTER INSERT OR UPDATE OF state ON appointments FOR EACH ROW EXECUTE FUNCTION private.count_booking();
CREATE TRIGGER appointments__note_row_change AFTER INSERT OR DELETE OR UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table appointments enable row level security;
create policy appointments__agency on appointments for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check ((agency_code = app_agency_code()));
create policy appointments__own on appointments for all to public_face using ((account_id = app_person_id())) with check (((account_id = app_person_id()) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = appointments.application_id)))));
create policy appointments__worker on appointments for all to worker using (true) with check (true);
grant insert, select on table appointments to public_face;
grant insert, select on table appointments to worker;
grant select on table appointments to office_face;
grant update (state, ended_at) on table appointments to public_face;
grant update (state, ended_at) on table appointments to worker;
grant update (state, ended_at, move_offered_at) on table appointments to office_face;

create table audit_checkpoints (
  number bigint generated always as identity not null,
  made_at timestamp with time zone not null,
  size bigint not null,
  heads jsonb not null,
  root bytea not null,
  signature text not null,
  constraint audit_checkpoints_pkey PRIMARY KEY (number)
);
comment on table audit_checkpoints is 'Signed Merkle roots over all lane heads; the same record is published outside the database.';
CREATE INDEX audit_checkpoints__made_at ON public.audit_checkpoints USING btree (made_at);
grant insert, select on table audit_checkpoints to worker;
grant select on table audit_checkpoints to auditor;
grant select on table audit_checkpoints to office_face;
grant select on table audit_checkpoints to public_face;

create table audit_events (
  lane smallint not null,
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  outcome text not null,
  actor_kind text not null,
  actor_id uuid,
  agency_code text,
  key_serial text,
  object_kind text not null,
  object_id text not null,
  address_hash bytea,
  correlation_id text not null,
  detail jsonb not null,
  mac bytea not null,
  previous bytea not null,
  hash bytea not null,
  number bigint generated by default as identity not null,
  actor_person_id uuid,
  actor_roles text[],
  device_hash bytea,
  reason text,
  before_hash bytea,
  after_hash bytea,
  digest bytea,
  constraint audit_events_pkey PRIMARY KEY (lane, seq),
  constraint audit_events_id_key UNIQUE (id),
  constraint audit_events_lane_fkey FOREIGN KEY (lane) REFERENCES audit_lanes(lane),
  constraint audit_events__actor_kind CHECK ((actor_kind = ANY (ARRAY['nobody'::text, 'applicant'::text, 'officer'::text, 'system'::text]))),
  constraint audit_events__officer CHECK (((actor_kind <> 'officer'::text) OR ((actor_id IS NOT NULL) AND (actor_person_id IS NOT NULL) AND (actor_roles IS NOT NULL) AND (agency_code IS NOT NULL) AND (key_serial IS NOT NULL)))) NOT VALID,
  constraint audit_events__outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'denied'::text, 'read'::text]))),
  constraint audit_events__reason CHECK ((reason ~ '^[a-z0-9][a-z0-9.-]*$'::text)) NOT VALID
);
comment on table audit_events is 'Append-only audit: 64 hash-chained lanes chosen by object.';
comment on column audit_events.digest is 'SHA-256 of the row as text and its MAC; null in rows from before, whose hash covers the text itself.';
CREATE INDEX audit_events__actor_id_number ON public.audit_events USING btree (actor_id, number DESC) WHERE (actor_id IS NOT NULL);
CREATE INDEX audit_events__agency_code_number ON public.audit_events USING btree (agency_code, number DESC);
CREATE INDEX audit_events__at ON public.audit_events USING btree (at);
CREATE UNIQUE INDEX audit_events__number ON public.audit_events USING btree (number);
CREATE INDEX audit_events__object ON public.audit_events USING btree (object_kind, object_id);
grant select on table audit_events to auditor;
grant select on table audit_events to worker;

create table audit_lanes (
  lane smallint not null,
  last_seq bigint default 0 not null,
  head bytea default '\x'::bytea not null,
  last_at timestamp with time zone,
  constraint audit_lanes_pkey PRIMARY KEY (lane),
  constraint audit_lanes__lane CHECK (((lane >= 0) AND (lane <= 63)))
);
comment on table audit_lanes is 'Head of each of the 64 hash chains.';
grant select on table audit_lanes to auditor;
grant select on table audit_lanes to worker;

create table audit_verifications (
  id uuid not null,
  verified_at timestamp with time zone not null,
  size bigint not null,
  checkpoints integer not null,
  faults jsonb not null,
  constraint audit_verifications_pkey PRIMARY KEY (id)
);
comment on table audit_verifications is 'Walks over the whole audit against the published checkpoints, newest last.';
CREATE INDEX audit_verifications__verified_at ON public.audit_verifications USING btree (verified_at DESC);
grant insert, select on table audit_verifications to worker;
grant select on table audit_verifications to auditor;

create table bulk_run_rows (
  run_id uuid not null,
  "position" integer not null,
  application_id uuid not null,
  version integer not null,
  outcome text,
  codes text[] default '{}'::text[] not null,
  sentence text,
  number text,
  done_at timestamp with time zone,
  constraint bulk_run_rows_pkey PRIMARY KEY (run_id, "position"),
  constraint bulk_run_rows__run_id_application_id UNIQUE (run_id, application_id),
  constraint bulk_run_rows_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint bulk_run_rows_run_id_fkey FOREIGN KEY (run_id) REFERENCES bulk_runs(id),
  constraint bulk_run_rows__done CHECK (((outcome IS NULL) = (done_at IS NULL))),
  constraint bulk_run_rows__outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])))
);
comment on table bulk_run_rows is 'One case of a run: written with its result in the transaction that concludes it, so nothing is done twice.';
CREATE INDEX bulk_run_rows__application_id ON public.bulk_run_rows USING btree (application_id);
CREATE INDEX bulk_run_rows__open ON public.bulk_run_rows USING btree (run_id, "position") WHERE (outcome IS NULL);
alter table bulk_run_rows enable row level security;
create policy bulk_run_rows__agency on bulk_run_rows for all to office_face using ((EXISTS ( SELECT 1
   FROM bulk_runs r
  WHERE (r.id = bulk_run_rows.run_id)))) with check (((EXISTS ( SELECT 1
   FROM bulk_runs r
  WHERE (r.id = bulk_run_rows.run_id))) AND app_holds_case(application_id)));
create policy bulk_run_rows__worker on bulk_run_rows for all to worker using (true) with check (true);
grant insert, select on table bulk_run_rows to office_face;
grant select on table bulk_run_rows to worker;
grant update (outcome, codes, sentence, number, done_at) on table bulk_run_rows to worker;

create table bulk_runs (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  officer_id uuid not null,
  officer_person_id uuid not null,
  key_serial text not null,
  count integer not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  constraint bulk_runs_pkey PRIMARY KEY (id),
  constraint bulk_runs_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint bulk_runs_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES staff_users(id),
  constraint bulk_runs_officer_person_id_fkey FOREIGN KEY (officer_person_id) REFERENCES staff_people(id),
  constraint bulk_runs__count CHECK (((count >= 1) AND (count <= 500))),
  constraint bulk_runs__kind CHECK ((kind = ANY (ARRAY['approve'::text, 'review'::text])))
);
comment on table bulk_runs is 'A review or approval of many cases, done by a job in chunks; every row has its own result (DEC-3).';
CREATE INDEX bulk_runs__agency_code ON public.bulk_runs USING btree (agency_code, started_at DESC, id);
CREATE INDEX bulk_runs__officer_id ON public.bulk_runs USING btree (officer_id, started_at DESC);
CREATE INDEX bulk_runs__officer_person_id ON public.bulk_runs USING btree (officer_person_id);
alter table bulk_runs enable row level security;
create policy bulk_runs__agency on bulk_runs for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (officer_id = app_officer_id())));
create policy bulk_runs__worker on bulk_runs for all to worker using (true) with check (true);
grant insert, select on table bulk_runs to office_face;
grant select on table bulk_runs to worker;
grant update (finished_at) on table bulk_runs to worker;

create table calendar_days (
  day date not null,
  kind text not null,
  constraint calendar_days_pkey PRIMARY KEY (day),
  constraint calendar_days__kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'workday'::text])))
);
comment on table calendar_days is 'Statutory days off and make-up workdays (调休).';
grant select on table calendar_days to office_face;
grant select on table calendar_days to partner_face;
grant select on table calendar_days to public_face;
grant select on table calendar_days to reporter;
grant select on table calendar_days to worker;

create table calendar_runs (
  proposal_id uuid not null,
  year integer not null,
  after_id uuid,
  seen integer default 0 not null,
  moved integer default 0 not null,
  settled integer default 0 not null,
  finished_at timestamp with time zone,
  constraint calendar_runs_pkey PRIMARY KEY (proposal_id),
  constraint calendar_runs_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
comment on table calendar_runs is 'How far the due days of open cases have followed a holiday notice, and how many moved.';
grant select on table calendar_runs to office_face;
grant select on table calendar_runs to worker;
grant update (after_id, seen, moved, settled, finished_at) on table calendar_runs to worker;

create table calendar_years (
  year integer not null,
  source text not null,
  proposal_id uuid,
  constraint calendar_years_pkey PRIMARY KEY (year),
  constraint calendar_years_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id)
);
comment on table calendar_years is 'Years whose holiday notice is entered; beyond them the calendar answers 暂定.';
CREATE INDEX calendar_years__proposal_id ON public.calendar_years USING btree (proposal_id);
grant select on table calendar_years to office_face;
grant select on table calendar_years to partner_face;
grant select on table calendar_years to public_face;
grant select on table calendar_years to reporter;
grant select on table calendar_years to worker;

create table call_screens (
  id uuid not null,
  point_id uuid not null,
  agency_code text not null,
  token_hash bytea not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint call_screens_pkey PRIMARY KEY (id),
  constraint call_screens_token_hash_key UNIQUE (token_hash),
  constraint call_screens_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint call_screens_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_users(id),
  constraint call_screens_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint call_screens__ends CHECK ((ends_at > opened_at))
);
comment on table call_screens is 'Call screens that run without a session: a token that shows called numbers of one point until the end of the day.';
CREATE INDEX call_screens__agency_code ON public.call_screens USING btree (agency_code);
CREATE INDEX call_screens__opened_by ON public.call_screens USING btree (opened_by);
CREATE INDEX call_screens__point_id ON public.call_screens USING btree (point_id);
alter table call_screens enable row level security;
create policy call_screens__agency on call_screens for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
grant insert, select on table call_screens to office_face;

create table case_agents (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  name text not null,
  document_type text not null,
  number_sealed bytea not null,
  letter_seen boolean not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint case_agents_pkey PRIMARY KEY (id),
  constraint case_agents_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint case_agents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_agents_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint case_agents__document_type CHECK ((document_type = ANY (ARRAY['resident-id'::text, 'hmt-residence-permit'::text, 'hk-macao-permit'::text, 'taiwan-permit'::text]))),
  constraint case_agents__letter_seen CHECK (letter_seen)
);
comment on table case_agents is '代理: who handed material in for the applicant, with the letter of authorisation seen; append-only.';
CREATE INDEX case_agents__agency_code ON public.case_agents USING btree (agency_code);
CREATE INDEX case_agents__application_id ON public.case_agents USING btree (application_id, recorded_at DESC);
CREATE INDEX case_agents__recorded_by ON public.case_agents USING btree (recorded_by);
alter table case_agents enable row level security;
create policy case_agents__agency on case_agents for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = case_agents.application_id)))) with check (((agency_code = app_agency_code()) AND app_holds_case(application_id)));
grant insert, select on table case_agents to office_face;

create table case_alerts (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  kind text not null,
  due_on date,
  raised_at timestamp with time zone not null,
  raised_by uuid,
  raised_from text,
  note text,
  seen_by uuid,
  seen_at timestamp with time zone,
  is_open boolean default true not null,
  constraint case_alerts_pkey PRIMARY KEY (id),
  constraint case_alerts_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint case_alerts_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_alerts_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES staff_users(id),
  constraint case_alerts_raised_from_fkey FOREIGN KEY (raised_from) REFERENCES agencies(code),
  constraint case_alerts_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES staff_users(id),
  constraint case_alerts__kind CHECK ((kind = ANY (ARRAY['due-today'::text, 'overdue'::text, 'escalated'::text, 'urged'::text]))),
  constraint case_alerts__seen CHECK (((seen_by IS NULL) = (seen_at IS NULL))),
  constraint case_alerts__urged CHECK (((kind = 'urged'::text) = ((raised_by IS NOT NULL) AND (raised_from IS NOT NULL) AND (note IS NOT NULL))))
);
comment on table case_alerts is 'Notices to the approvers of an agency: a case is due, overdue, escalated upward, or an upper level urges it.';
comment on column case_alerts.is_open is 'The case still waits; kept by its own changes.';
CREATE INDEX case_alerts__agency_code ON public.case_alerts USING btree (agency_code);
CREATE INDEX case_alerts__application_id ON public.case_alerts USING btree (application_id, raised_at);
CREATE INDEX case_alerts__escalated ON public.case_alerts USING btree (agency_code, due_on) WHERE (kind = 'escalated'::text);
CREATE UNIQUE INDEX case_alerts__once ON public.case_alerts USING btree (application_id, kind, due_on) WHERE (kind <> 'urged'::text);
CREATE INDEX case_alerts__open ON public.case_alerts USING btree (agency_code, raised_at DESC, id) WHERE ((seen_at IS NULL) AND is_open);
CREATE INDEX case_alerts__raised_by ON public.case_alerts USING btree (raised_by);
CREATE INDEX case_alerts__raised_from ON public.case_alerts USING btree (raised_from);
CREATE INDEX case_alerts__seen_by ON public.case_alerts USING btree (seen_by);
CREATE UNIQUE INDEX case_alerts__urged_once ON public.case_alerts USING btree (application_id, raised_from, (((raised_at AT TIME ZONE 'Asia/Shanghai'::text))::date)) WHERE (kind = 'urged'::text);
alter table case_alerts enable row level security;
create policy case_alerts__agency on case_alerts for select to office_face using ((agency_code = app_agency_code()));
create policy case_alerts__below on case_alerts for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy case_alerts__raised on case_alerts for select to office_face using ((raised_from = app_agency_code()));
create policy case_alerts__seen on case_alerts for update to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy case_alerts__urge on case_alerts for insert to office_face with check (((kind = 'urged'::text) AND (raised_by = app_officer_id()) AND (raised_from = app_agency_code()) AND (agency_code <> app_agency_code()) AND agency_is_under(agency_code, app_agency_code())));
create policy case_alerts__worker on case_alerts for all to worker using (true) with check (true);
grant insert, select on table case_alerts to office_face;
grant insert, select on table case_alerts to worker;
grant update (seen_by, seen_at) on table case_alerts to office_face;

create table case_counter_changes (
  id bigint generated always as identity not null,
  agency_code text not null,
  point_id uuid not null,
  stage text not null,
  due_on date,
  delta bigint not null,
  constraint case_counter_changes_pkey PRIMARY KEY (id),
  constraint case_counter_changes_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint case_counter_changes_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id)
);
comment on table case_counter_changes is 'What writing transactions changed of the counters, not yet folded in: inserts only, so nobody waits for a counter.';
CREATE INDEX case_counter_changes__agency_code ON public.case_counter_changes USING btree (agency_code);
CREATE INDEX case_counter_changes__point_id ON public.case_counter_changes USING btree (point_id);
alter table case_counter_changes enable row level security;
create policy case_counter_changes__agency on case_counter_changes for select to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
create policy case_counter_changes__below on case_counter_changes for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy case_counter_changes__worker on case_counter_changes for select to worker using (true);
grant select on table case_counter_changes to office_face;
grant select on table case_counter_changes to worker;

create table case_counters (
  agency_code text not null,
  point_id uuid not null,
  stage text not null,
  due_on date,
  count bigint not null,
  constraint case_counters__place UNIQUE NULLS NOT DISTINCT (agency_code, point_id, stage, due_on),
  constraint case_counters_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint case_counters_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id)
);
comment on table case_counters is 'Open cases by agency, point, stage and due day; exact together with case_counter_changes.';
CREATE INDEX case_counters__point_id ON public.case_counters USING btree (point_id);
alter table case_counters enable row level security;
create policy case_counters__agency on case_counters for select to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
create policy case_counters__below on case_counters for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy case_counters__worker on case_counters for select to worker using (true);
grant select on table case_counters to office_face;
grant select on table case_counters to worker;

create table case_due_counters (
  agency_code text not null,
  due_on date,
  count integer not null,
  constraint case_due_counters__place UNIQUE NULLS NOT DISTINCT (agency_code, due_on),
  constraint case_due_counters_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code)
);
comment on table case_due_counters is 'Open cases by agency and due day; exact together with case_counter_changes.';
alter table case_due_counters enable row level security;

create table case_holds (
  id uuid not null,
  application_id uuid not null,
  reason text not null,
  stops_clock boolean not null,
  expected_days integer,
  note text not null,
  due_before date,
  held_by uuid not null,
  held_at timestamp with time zone not null,
  held_on date not null,
  message_id uuid,
  resumed_by uuid,
  resumed_at timestamp with time zone,
  resumed_on date,
  due_after date,
  constraint case_holds_pkey PRIMARY KEY (id),
  constraint case_holds_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_holds_held_by_fkey FOREIGN KEY (held_by) REFERENCES staff_users(id),
  constraint case_holds_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint case_holds_resumed_by_fkey FOREIGN KEY (resumed_by) REFERENCES staff_users(id),
  constraint case_holds__expected_days CHECK (((expected_days >= 1) AND (expected_days <= 200))),
  constraint case_holds__order CHECK (((resumed_on IS NULL) OR (resumed_on >= held_on))),
  constraint case_holds__resumed CHECK ((((resumed_at IS NULL) = (resumed_by IS NULL)) AND ((resumed_at IS NULL) = (resumed_on IS NULL)))),
  constraint case_holds__told CHECK (((NOT stops_clock) OR ((expected_days IS NOT NULL) AND (message_id IS NOT NULL))))
);
comment on table case_holds is 'Holds of a case with reason; whether the clock stood still meanwhile.';
CREATE INDEX case_holds__application_id ON public.case_holds USING btree (application_id, held_at);
CREATE INDEX case_holds__held_by ON public.case_holds USING btree (held_by);
CREATE INDEX case_holds__message_id ON public.case_holds USING btree (message_id);
CREATE UNIQUE INDEX case_holds__one_open ON public.case_holds USING btree (application_id) WHERE (resumed_at IS NULL);
CREATE INDEX case_holds__resumed_by ON public.case_holds USING btree (resumed_by);
alter table case_holds enable row level security;
create policy case_holds__agency on case_holds for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = case_holds.application_id)))) with check (app_holds_case(application_id));
create policy case_holds__worker on case_holds for select to worker using (true);
grant insert, select on table case_holds to office_face;
grant select on table case_holds to worker;
grant update (resumed_by, resumed_at, resumed_on, due_after) on table case_holds to office_face;

create table case_moves (
  id uuid not null,
  application_id uuid not null,
  from_agency text not null,
  to_agency text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  answer text,
  constraint case_moves_pkey PRIMARY KEY (id),
  constraint case_moves_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff_users(id),
  constraint case_moves_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_moves_from_agency_fkey FOREIGN KEY (from_agency) REFERENCES agencies(code),
  constraint case_moves_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff_users(id),
  constraint case_moves_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES agencies(code),
  constraint case_moves__answered CHECK ((((state = 'proposed'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)))),
  constraint case_moves__elsewhere CHECK ((from_agency <> to_agency)),
  constraint case_moves__state CHECK ((state = ANY (ARRAY['proposed'::text, 'accepted'::text, 'declined'::text, 'recalled'::text])))
);
comment on table case_moves is 'Moves of a case to another office: proposed by the old one, accepted by the new one.';
CREATE INDEX case_moves__answered_by ON public.case_moves USING btree (answered_by);
CREATE INDEX case_moves__application_id ON public.case_moves USING btree (application_id);
CREATE INDEX case_moves__from_agency ON public.case_moves USING btree (from_agency, proposed_at DESC);
CREATE UNIQUE INDEX case_moves__one_open ON public.case_moves USING btree (application_id) WHERE (state = 'proposed'::text);
CREATE INDEX case_moves__proposed_by ON public.case_moves USING btree (proposed_by);
CREATE INDEX case_moves__to_agency ON public.case_moves USING btree (to_agency, proposed_at) WHERE (state = 'proposed'::text);
alter table case_moves enable row level security;
create policy case_moves__answer on case_moves for update to office_face using (((from_agency = app_agency_code()) OR (to_agency = app_agency_code()))) with check (((answered_by = app_officer_id()) AND (((to_agency = app_agency_code()) AND (state = ANY (ARRAY['accepted'::text, 'declined'::text]))) OR ((from_agency = app_agency_code()) AND (state = 'recalled'::text)))));
create policy case_moves__both on case_moves for select to office_face using (((from_agency = app_agency_code()) OR (to_agency = app_agency_code())));
create policy case_moves__propose on case_moves for insert to office_face with check (((from_agency = app_agency_code()) AND (proposed_by = app_officer_id()) AND (state = 'proposed'::text) AND app_holds_case(application_id)));
grant insert, select on table case_moves to office_face;
grant update (state, answered_by, answered_at, answer) on table case_moves to office_face;

create table case_ratings (
  application_id uuid not null,
  account_id uuid not null,
  agency_code text not null,
  score integer not null,
  words text,
  rated_at timestamp with time zone not null,
  constraint case_ratings_pkey PRIMARY KEY (application_id),
  constraint case_ratings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint case_ratings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint case_ratings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint case_ratings__score CHECK (((score >= 1) AND (score <= 5))),
  constraint case_ratings__words CHECK ((char_length(words) <= 300))
);
comment on table case_ratings is 'What an applicant says of the service after the case (好差评).';
CREATE INDEX case_ratings__account_id ON public.case_ratings USING btree (account_id);
CREATE INDEX case_ratings__agency_code ON public.case_ratings USING btree (agency_code, rated_at DESC, application_id);
CREATE TRIGGER case_ratings__count AFTER INSERT ON case_ratings FOR EACH ROW EXECUTE FUNCTION count_rating();
alter table case_ratings enable row level security;
create policy case_ratings__agency on case_ratings for select to office_face using ((agency_code = app_agency_code()));
create policy case_ratings__own on case_ratings for all to public_face using ((account_id = app_person_id())) with check (((account_id = app_person_id()) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE ((a.id = case_ratings.application_id) AND (a.agency_code = case_ratings.agency_code))))));
grant insert, select on table case_ratings to public_face;
grant select on table case_ratings to office_face;

create table certificate_events (
  certificate_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  cause text not null,
  restriction_id uuid,
  correction_id uuid,
  constraint certificate_events_pkey PRIMARY KEY (certificate_id, seq),
  constraint certificate_events_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id),
  constraint certificate_events_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES conclusion_corrections(id),
  constraint certificate_events_restriction_id_fkey FOREIGN KEY (restriction_id) REFERENCES restrictions(id),
  constraint certificate_events__cause CHECK ((cause = ANY (ARRAY['restriction'::text, 'own-fault'::text]))),
  constraint certificate_events__kind CHECK ((kind = ANY (ARRAY['suspended'::text, 'restored'::text, 'voided'::text]))),
  constraint certificate_events__own_fault CHECK (((cause = 'own-fault'::text) = (correction_id IS NOT NULL)))
);
comment on table certificate_events is 'Append-only history of a certificate after its issue.';
CREATE INDEX certificate_events__correction_id ON public.certificate_events USING btree (correction_id);
CREATE INDEX certificate_events__restriction_id ON public.certificate_events USING btree (restriction_id);
alter table certificate_events enable row level security;
create policy certificate_events__agency on certificate_events for select to office_face using ((EXISTS ( SELECT 1
   FROM certificates c
  WHERE (c.id = certificate_events.certificate_id))));
create policy certificate_events__worker on certificate_events for select to worker using (true);
grant select on table certificate_events to office_face;
grant select on table certificate_events to worker;

create unlogged table certificate_queries (
  id uuid not null,
  at timestamp with time zone not null,
  phone_index bytea not null,
  found boolean not null,
  constraint certificate_queries_pkey PRIMARY KEY (id)
);
comment on table certificate_queries is 'Log of 其他查询, counted per phone and day.';
CREATE INDEX certificate_queries__at ON public.certificate_queries USING brin (at);
CREATE INDEX certificate_queries__phone_index ON public.certificate_queries USING btree (phone_index, at);
grant delete, select on table certificate_queries to worker;
grant insert, select on table certificate_queries to public_face;

create table certificate_serials (
  agency_code text not null,
  year integer not null,
  last_serial integer not null,
  constraint certificate_serials_pkey PRIMARY KEY (agency_code, year),
  constraint certificate_serials_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint certificate_serials__last_serial CHECK (((last_serial >= 0) AND (last_serial <= 999999)))
);
comment on table certificate_serials is 'Last serial of an agency and year over all types; taken under its row lock by the approving transaction.';
alter table certificate_serials enable row level security;
create policy certificate_serials__agency on certificate_serials for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy certificate_serials__run on certificate_serials for all to worker using (true) with check (true);
create policy certificate_serials__worker on certificate_serials for select to worker using (true);
grant insert, select, update on table certificate_serials to office_face;
grant insert, select, update on table certificate_serials to worker;

create table certificates (
  id uuid not null,
  number text not null,
  agency_code text not null,
  year integer not null,
  serial integer not null,
  application_id uuid not null,
  account_id uuid not null,
  person_index bytea not null,
  name text not null,
  name_key text not null,
  sex smallint not null,
  birth_on date not null,
  ethnic_group text not null,
  number_sealed bytea not null,
  qualification_type smallint not null,
  subject_name text not null,
  agency_name text not null,
  photo_file_id uuid not null,
  restriction_check_id uuid not null,
  issued_at timestamp with time zone not null,
  issued_on date not null,
  state text default 'valid'::text not null,
  constraint certificates_pkey PRIMARY KEY (id),
  constraint certificates__agency_code_year_serial UNIQUE (agency_code, year, serial),
  constraint certificates_application_id_key UNIQUE (application_id),
  constraint certificates_number_key UNIQUE (number),
  constraint certificates__numbering_check FOREIGN KEY (restriction_check_id, application_id) REFERENCES restriction_checks(id, application_id),
  constraint certificates_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint certificates_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint certificates_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint certificates_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES files(id),
  constraint certificates__digits CHECK ((number = (((((year)::text || agency_code) || (qualification_type)::text) || (sex)::text) || lpad((serial)::text, 6, '0'::text)))),
  constraint certificates__number CHECK ((number ~ '^\d{17}$'::text)),
  constraint certificates__serial CHECK (((serial >= 1) AND (serial <= 999999))),
  constraint certificates__sex CHECK ((sex = ANY (ARRAY[1, 2]))),
  constraint certificates__state CHECK ((state = ANY (ARRAY['valid'::text, 'suspended'::text, 'void'::text])))
);
comment on table certificates is 'Issued certificates; identity is agency, year, serial.';
CREATE INDEX certificates__account_id ON public.certificates USING btree (account_id);
CREATE INDEX certificates__agency_issued ON public.certificates USING btree (agency_code, issued_at DESC, id);
CREATE INDEX certificates__person_index ON public.certificates USING btree (person_index);
CREATE TRIGGER certificates__note_row_change AFTER INSERT OR DELETE OR UPDATE ON certificates FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table certificates enable row level security;
create policy certificates__agency on certificates for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy certificates__below on certificates for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy certificates__own on certificates for select to public_face using ((account_id = app_person_id()));
create policy certificates__predecessors on certificates for select to office_face using ((agency_code = ANY (( SELECT app_predecessors() AS app_predecessors)::text[])));
create policy certificates__run on certificates for insert to worker with check (true);
create policy certificates__worker on certificates for select to worker using (true);
grant insert, select on table certificates to office_face;
grant insert, select on table certificates to worker;
grant select on table certificates to public_face;
grant select on table certificates to reporter;

create unlogged table challenges (
  id uuid not null,
  purpose text not null,
  device_hash bytea not null,
  gap_x integer not null,
  work text not null,
  bits integer not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  solved_by text,
  proof_hash bytea,
  used_at timestamp with time zone,
  constraint challenges_pkey PRIMARY KEY (id),
  constraint challenges_proof_hash_key UNIQUE (proof_hash),
  constraint challenges__purpose CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'phone-code'::text, 'consultation'::text]))),
  constraint challenges__solved_by CHECK ((solved_by = ANY (ARRAY['slider'::text, 'work'::text])))
);
comment on table challenges is 'Captcha challenges: one purpose, one device, one use, 120 seconds (S-014).';
CREATE INDEX challenges__expires_at ON public.challenges USING btree (expires_at);
grant delete, select on table challenges to worker;
grant insert, select, update on table challenges to public_face;

create table channel_files (
  id uuid not null,
  post_id uuid,
  uploaded_by uuid not null,
  name text not null,
  hash text not null,
  media_type text not null,
  bytes integer not null,
  uploaded_at timestamp with time zone not null,
  constraint channel_files_pkey PRIMARY KEY (id),
  constraint channel_files_post_id_fkey FOREIGN KEY (post_id) REFERENCES channel_posts(id),
  constraint channel_files_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES staff_users(id),
  constraint channel_files__media_type CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))),
  constraint channel_files__name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)))
);
comment on table channel_files is 'Attachments of the channel; not among `files`, so that no link of the portal can ever name one.';
CREATE INDEX channel_files__post_id ON public.channel_files USING btree (post_id);
CREATE INDEX channel_files__uploaded_by ON public.channel_files USING btree (uploaded_by) WHERE (post_id IS NULL);
alter table channel_files enable row level security;
create policy channel_files__attach on channel_files for update to office_face using (((post_id IS NULL) AND (uploaded_by = app_officer_id()))) with check ((EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE ((p.id = channel_files.post_id) AND (p.author_id = app_officer_id())))));
create policy channel_files__read on channel_files for select to office_face using (((EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE (p.id = channel_files.post_id))) OR ((post_id IS NULL) AND (uploaded_by = app_officer_id()))));
create policy channel_files__upload on channel_files for insert to office_face with check (((post_id IS NULL) AND (uploaded_by = app_officer_id())));
grant insert, select on table channel_files to office_face;
grant update (post_id) on table channel_files to office_face;

create table channel_posts (
  id uuid not null,
  agency_code text not null,
  author_id uuid not null,
  kind text not null,
  title text not null,
  body text not null,
  audience text not null,
  to_agency_code text,
  roles text[] not null,
  answers_id uuid,
  receipt_required boolean not null,
  read_by date,
  posted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint channel_posts_pkey PRIMARY KEY (id),
  constraint channel_posts_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint channel_posts_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES channel_posts(id),
  constraint channel_posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES staff_users(id),
  constraint channel_posts_to_agency_code_fkey FOREIGN KEY (to_agency_code) REFERENCES agencies(code),
  constraint channel_posts__audience CHECK ((audience = ANY (ARRAY['below'::text, 'direct'::text, 'agency'::text]))),
  constraint channel_posts__kind CHECK ((kind = ANY (ARRAY['notice'::text, 'manual'::text, 'letter'::text]))),
  constraint channel_posts__read_by CHECK (((read_by IS NULL) OR receipt_required)),
  constraint channel_posts__title CHECK (((char_length(title) >= 1) AND (char_length(title) <= 80))),
  constraint channel_posts__to_agency_code CHECK ((((audience = 'agency'::text) = (to_agency_code IS NOT NULL)) AND (to_agency_code IS DISTINCT FROM agency_code))),
  constraint channel_posts__withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL)))
);
comment on table channel_posts is 'What one level tells another; never public.';
CREATE INDEX channel_posts__agency_code ON public.channel_posts USING btree (agency_code, posted_at DESC, id DESC);
CREATE INDEX channel_posts__answers_id ON public.channel_posts USING btree (answers_id) WHERE (answers_id IS NOT NULL);
CREATE INDEX channel_posts__author_id ON public.channel_posts USING btree (author_id);
CREATE INDEX channel_posts__posted_at ON public.channel_posts USING btree (posted_at DESC, id DESC);
CREATE INDEX channel_posts__read_by ON public.channel_posts USING btree (read_by) WHERE (receipt_required AND (withdrawn_at IS NULL));
CREATE INDEX channel_posts__to_agency_code ON public.channel_posts USING btree (to_agency_code, posted_at DESC, id DESC) WHERE (to_agency_code IS NOT NULL);
CREATE TRIGGER channel_posts__note_row_change AFTER INSERT OR DELETE OR UPDATE ON channel_posts FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table channel_posts enable row level security;
create policy channel_posts__addressed on channel_posts for select to office_face using (((withdrawn_at IS NULL) AND (((audience = 'below'::text) AND (agency_code = ANY (( SELECT app_agencies_above() AS app_agencies_above)::text[]))) OR ((audience = 'direct'::text) AND (agency_code = ( SELECT app_agency_parent() AS app_agency_parent))) OR ((audience = 'agency'::text) AND (to_agency_code = app_agency_code())))));
create policy channel_posts__own on channel_posts for select to office_face using ((agency_code = app_agency_code()));
create policy channel_posts__post on channel_posts for insert to office_face with check (((agency_code = app_agency_code()) AND (author_id = app_officer_id()) AND ((to_agency_code IS NULL) OR (to_agency_code = app_agency_parent()) OR agency_is_under(to_agency_code, agency_code) OR (to_agency_code = channel_writer(answers_id)))));
create policy channel_posts__withdraw on channel_posts for update to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy channel_posts__worker on channel_posts for select to worker using (true);
grant insert, select on table channel_posts to office_face;
grant select on table channel_posts to worker;
grant update (withdrawn_at, withdrawn_because) on table channel_posts to office_face;

create table channel_receipts (
  post_id uuid not null,
  user_id uuid not null,
  agency_code text not null,
  read_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint channel_receipts_pkey PRIMARY KEY (post_id, user_id),
  constraint channel_receipts_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint channel_receipts_post_id_fkey FOREIGN KEY (post_id) REFERENCES channel_posts(id),
  constraint channel_receipts_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table channel_receipts is 'Who opened a post and who confirmed having read it; each once.';
CREATE INDEX channel_receipts__agency_code ON public.channel_receipts USING btree (agency_code);
CREATE INDEX channel_receipts__user_id ON public.channel_receipts USING btree (user_id);
alter table channel_receipts enable row level security;
create policy channel_receipts__confirm on channel_receipts for update to office_face using ((user_id = app_officer_id())) with check ((user_id = app_officer_id()));
create policy channel_receipts__open on channel_receipts for insert to office_face with check (((user_id = app_officer_id()) AND (agency_code = app_agency_code()) AND (EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE (p.id = channel_receipts.post_id)))));
create policy channel_receipts__own on channel_receipts for select to office_face using (((user_id = app_officer_id()) OR (EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE ((p.id = channel_receipts.post_id) AND (p.agency_code = app_agency_code()))))));
create policy channel_receipts__worker on channel_receipts for select to worker using (true);
grant insert, select on table channel_receipts to office_face;
grant select on table channel_receipts to worker;
grant update (confirmed_at) on table channel_receipts to office_face;

create table channel_reminders (
  id uuid not null,
  post_id uuid not null,
  officer_id uuid,
  on_day date not null,
  reminded_at timestamp with time zone not null,
  constraint channel_reminders_pkey PRIMARY KEY (id),
  constraint channel_reminders__post_id_on_day UNIQUE (post_id, on_day),
  constraint channel_reminders_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES staff_users(id),
  constraint channel_reminders_post_id_fkey FOREIGN KEY (post_id) REFERENCES channel_posts(id)
);
comment on table channel_reminders is 'Reminders of posts that are not yet confirmed, one a day at most; whoever has not confirmed sees the last one.';
CREATE INDEX channel_reminders__officer_id ON public.channel_reminders USING btree (officer_id) WHERE (officer_id IS NOT NULL);
alter table channel_reminders enable row level security;
create policy channel_reminders__read on channel_reminders for select to office_face using ((EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE (p.id = channel_reminders.post_id))));
create policy channel_reminders__remind on channel_reminders for insert to office_face with check (((officer_id = app_officer_id()) AND (EXISTS ( SELECT 1
   FROM channel_posts p
  WHERE ((p.id = channel_reminders.post_id) AND (p.agency_code = app_agency_code()))))));
create policy channel_reminders__worker on channel_reminders for insert to worker with check ((officer_id IS NULL));
grant insert on table channel_reminders to worker;
grant insert, select on table channel_reminders to office_face;

create table clock_offsets (
  is_only boolean default true not null,
  offset_by interval not null,
  constraint clock_offsets_pkey PRIMARY KEY (is_only),
  constraint clock_offsets__is_only CHECK (is_only)
);
comment on table clock_offsets is 'Moves the clock in demo and test mode; production refuses to start while a row is here.';
grant select on table clock_offsets to auditor;
grant select on table clock_offsets to office_face;
grant select on table clock_offsets to partner_face;
grant select on table clock_offsets to public_face;
grant select on table clock_offsets to reporter;
grant select on table clock_offsets to worker;

create table closures (
  id uuid not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  sentence text not null,
  proposal_id uuid,
  constraint closures_pkey PRIMARY KEY (id),
  constraint closures_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint closures__window CHECK ((closes_at > opens_at))
);
comment on table closures is 'Maintenance: submission and confirmation wait, all else goes on (S-078).';
CREATE INDEX closures__closes_at ON public.closures USING btree (closes_at);
CREATE INDEX closures__proposal_id ON public.closures USING btree (proposal_id);
grant select on table closures to office_face;
grant select on table closures to partner_face;
grant select on table closures to public_face;
grant select on table closures to reporter;
grant select on table closures to worker;

create table conclusion_corrections (
  id uuid not null,
  application_id uuid not null,
  decision_id uuid not null,
  kind text not null,
  reason text not null,
  review_request_id uuid,
  proposed_by uuid not null,
  proposer_person_id uuid not null,
  proposed_at timestamp with time zone not null,
  state text not null,
  answered_by uuid,
  answerer_person_id uuid,
  answered_at timestamp with time zone,
  answer text,
  constraint conclusion_corrections_pkey PRIMARY KEY (id),
  constraint conclusion_corrections__review_request FOREIGN KEY (review_request_id) REFERENCES review_requests(id),
  constraint conclusion_corrections_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff_users(id),
  constraint conclusion_corrections_answerer_person_id_fkey FOREIGN KEY (answerer_person_id) REFERENCES staff_people(id),
  constraint conclusion_corrections_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint conclusion_corrections_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint conclusion_corrections_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff_users(id),
  constraint conclusion_corrections_proposer_person_id_fkey FOREIGN KEY (proposer_person_id) REFERENCES staff_people(id),
  constraint conclusion_corrections__answered CHECK ((((state = 'proposed'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL)) AND ((answered_at IS NULL) = (answerer_person_id IS NULL)))),
  constraint conclusion_corrections__kind CHECK ((kind = ANY (ARRAY['reopen'::text, 'void'::text]))),
  constraint conclusion_corrections__state CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text]))),
  constraint conclusion_corrections__two_persons CHECK (((answerer_person_id IS NULL) OR (answerer_person_id <> proposer_person_id)))
);
comment on table conclusion_corrections is 'A conclusion gone wrong is taken back by two persons; the old one stays readable (DEC-5, S-070).';
CREATE INDEX conclusion_corrections__answered_by ON public.conclusion_corrections USING btree (answered_by);
CREATE INDEX conclusion_corrections__answerer_person_id ON public.conclusion_corrections USING btree (answerer_person_id);
CREATE INDEX conclusion_corrections__application_id ON public.conclusion_corrections USING btree (application_id, proposed_at DESC);
CREATE INDEX conclusion_corrections__decision_id ON public.conclusion_corrections USING btree (decision_id);
CREATE UNIQUE INDEX conclusion_corrections__once ON public.conclusion_corrections USING btree (decision_id) WHERE (state = 'confirmed'::text);
CREATE UNIQUE INDEX conclusion_corrections__one_open ON public.conclusion_corrections USING btree (application_id) WHERE (state = 'proposed'::text);
CREATE INDEX conclusion_corrections__proposed_by ON public.conclusion_corrections USING btree (proposed_by);
CREATE INDEX conclusion_corrections__proposer_person_id ON public.conclusion_corrections USING btree (proposer_person_id);
CREATE INDEX conclusion_corrections__review_request_id ON public.conclusion_corrections USING btree (review_request_id);
CREATE UNIQUE INDEX conclusion_corrections__voided_once ON public.conclusion_corrections USING btree (application_id) WHERE ((kind = 'void'::text) AND (state = 'confirmed'::text));
alter table conclusion_corrections enable row level security;
create policy conclusion_corrections__agency on conclusion_corrections for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = conclusion_corrections.application_id)))) with check (app_holds_case(application_id));
create policy conclusion_corrections__worker on conclusion_corrections for select to worker using (true);
grant insert, select on table conclusion_corrections to office_face;
grant select (application_id, state) on table conclusion_corrections to worker;
grant update (state, answered_by, answerer_person_id, answered_at, answer) on table conclusion_corrections to office_face;

create table confirmations (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  point_id uuid not null,
  result text not null,
  judgements jsonb not null,
  reasons jsonb not null,
  medical_conclusion text,
  examined_on date,
  hospital text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint confirmations_pkey PRIMARY KEY (id),
  constraint confirmations_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint confirmations_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint confirmations_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint confirmations_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint confirmations__medical_conclusion CHECK ((medical_conclusion = ANY (ARRAY['qualified'::text, 'unqualified'::text]))),
  constraint confirmations__result CHECK ((result = ANY (ARRAY['accepted'::text, 'refused'::text])))
);
comment on table confirmations is 'What the confirmation desk decided; append-only, a returned case gets a new row.';
CREATE INDEX confirmations__application_id ON public.confirmations USING btree (application_id, decided_at DESC);
CREATE TRIGGER confirmations__note_row_change AFTER INSERT OR DELETE OR UPDATE ON confirmations FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table confirmations enable row level security;
create policy confirmations__agency on confirmations for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = confirmations.application_id)))) with check (((agency_code = app_agency_code()) AND app_holds_case(application_id)));
create policy confirmations__own on confirmations for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = confirmations.application_id))));
create policy confirmations__worker on confirmations for select to worker using (true);
grant insert, select on table confirmations to office_face;
grant select on table confirmations to worker;
grant select (id, application_id, result, reasons, decided_at) on table confirmations to public_face;

create table consents (
  id uuid not null,
  account_id uuid not null,
  application_id uuid not null,
  purpose text not null,
  policy_version text not null,
  text_hash bytea not null,
  given_at timestamp with time zone not null,
  constraint consents_pkey PRIMARY KEY (id),
  constraint consents__application_id_purpose_policy_version UNIQUE (application_id, purpose, policy_version),
  constraint consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint consents__purpose CHECK ((purpose = ANY (ARRAY['agreement'::text, 'offence-query'::text, 'promise'::text])))
);
comment on table consents is 'Consents by purpose with the version of the text (PIPL art. 29).';
alter table consents enable row level security;
create policy consents__agency on consents for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = consents.application_id))));
create policy consents__own on consents for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy consents__worker on consents for select to worker using (true);
grant insert, select on table consents to public_face;
grant select on table consents to office_face;
grant select on table consents to worker;

create table consultation_events (
  id uuid not null,
  consultation_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  officer_id uuid,
  agency_code text,
  to_agency_code text,
  text_sealed bytea,
  note text,
  reference_kind text,
  reference text,
  constraint consultation_events_pkey PRIMARY KEY (id),
  constraint consultation_events_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint consultation_events_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_events_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES staff_users(id),
  constraint consultation_events_to_agency_code_fkey FOREIGN KEY (to_agency_code) REFERENCES agencies(code),
  constraint consultation_events__answered CHECK (((kind <> 'answered'::text) OR (text_sealed IS NOT NULL))),
  constraint consultation_events__kind CHECK ((kind = ANY (ARRAY['submitted'::text, 'evidence-added'::text, 'assigned'::text, 'transferred'::text, 'answered'::text, 'escalated'::text, 'referred'::text, 'rated'::text]))),
  constraint consultation_events__reference_kind CHECK ((reference_kind = ANY (ARRAY['restriction'::text, 'inspection'::text]))),
  constraint consultation_events__referred CHECK ((((kind = 'referred'::text) = (reference_kind IS NOT NULL)) AND ((reference IS NOT NULL) = (reference_kind IS NOT NULL)))),
  constraint consultation_events__transferred CHECK (((kind <> 'transferred'::text) OR ((to_agency_code IS NOT NULL) AND (text_sealed IS NOT NULL))))
);
comment on table consultation_events is 'What happened to an item, in order; append-only. `note` never reaches the person.';
CREATE INDEX consultation_events__consultation_id ON public.consultation_events USING btree (consultation_id, at, id);
CREATE INDEX consultation_events__officer_id ON public.consultation_events USING btree (officer_id) WHERE (officer_id IS NOT NULL);
CREATE UNIQUE INDEX consultation_events__one_submission ON public.consultation_events USING btree (consultation_id) WHERE (kind = 'submitted'::text);
alter table consultation_events enable row level security;
create policy consultation_events__handle on consultation_events for insert to office_face with check (((officer_id = app_officer_id()) AND (agency_code = app_agency_code()) AND (EXISTS ( SELECT 1
   FROM consultations c
  WHERE (c.id = consultation_events.consultation_id)))));
create policy consultation_events__read on consultation_events for select to office_face, public_face using ((EXISTS ( SELECT 1
   FROM consultations c
  WHERE (c.id = consultation_events.consultation_id))));
create policy consultation_events__worker on consultation_events for insert to worker with check ((kind = 'escalated'::text));
create policy consultation_events__write on consultation_events for insert to public_face with check (((kind = ANY (ARRAY['submitted'::text, 'evidence-added'::text, 'rated'::text])) AND (officer_id IS NULL) AND (EXISTS ( SELECT 1
   FROM consultations c
  WHERE (c.id = consultation_events.consultation_id)))));
grant insert on table consultation_events to public_face;
grant insert on table consultation_events to worker;
grant insert, select on table consultation_events to office_face;
grant select (id, consultation_id, kind, at, agency_code, to_agency_code, text_sealed) on table consultation_events to public_face;

create table consultation_files (
  id uuid not null,
  consultation_id uuid not null,
  place smallint not null,
  hash text not null,
  media_type text not null,
  bytes integer not null,
  added_at timestamp with time zone not null,
  constraint consultation_files_pkey PRIMARY KEY (id),
  constraint consultation_files__consultation_id_place UNIQUE (consultation_id, place),
  constraint consultation_files_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES consultations(id),
  constraint consultation_files__media_type CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text]))),
  constraint consultation_files__place CHECK (((place >= 1) AND (place <= 20)))
);
comment on table consultation_files is 'Evidence that came with an item; content lies in the file store under its hash. Never read back by the portal.';
alter table consultation_files enable row level security;
create policy consultation_files__add on consultation_files for insert to public_face with check ((EXISTS ( SELECT 1
   FROM consultations c
  WHERE ((c.id = consultation_files.consultation_id) AND (c.state <> 'answered'::text)))));
create policy consultation_files__list on consultation_files for select to office_face, public_face using ((EXISTS ( SELECT 1
   FROM consultations c
  WHERE (c.id = consultation_files.consultation_id))));
grant insert on table consultation_files to public_face;
grant select on table consultation_files to office_face;
grant select (id, consultation_id, place, media_type, bytes, added_at) on table consultation_files to public_face;

create table consultations (
  id uuid not null,
  number text not null,
  query_hash bytea not null,
  kind text not null,
  topic text not null,
  agency_code text not null,
  passed_by text[] default '{}'::text[] not null,
  subject_agency_code text,
  title text not null,
  body_sealed bytea not null,
  registration_number text,
  contact text not null,
  account_id uuid,
  name_sealed bytea,
  phone_sealed bytea,
  phone_index bytea,
  state text default 'received'::text not null,
  submitted_at timestamp with time zone not null,
  due_on date not null,
  due_provisional boolean not null,
  assignee_id uuid,
  answered_at timestamp with time zone,
  outcome text,
  escalated_at timestamp with time zone,
  escalated_to text,
  score smallint,
  is_solved boolean,
  rated_at timestamp with time zone,
  constraint consultations_pkey PRIMARY KEY (id),
  constraint consultations__number UNIQUE (number),
  constraint consultations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint consultations_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint consultations_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES staff_users(id),
  constraint consultations_escalated_to_fkey FOREIGN KEY (escalated_to) REFERENCES agencies(code),
  constraint consultations_subject_agency_code_fkey FOREIGN KEY (subject_agency_code) REFERENCES agencies(code),
  constraint consultations__anonymous CHECK (((contact <> 'anonymous'::text) OR (kind = 'fraud'::text))),
  constraint consultations__answered CHECK ((((state = 'answered'::text) = (answered_at IS NOT NULL)) AND ((answered_at IS NULL) = (outcome IS NULL)))),
  constraint consultations__contact CHECK ((contact = ANY (ARRAY['account'::text, 'phone'::text, 'anonymous'::text]))),
  constraint consultations__escalated CHECK (((escalated_at IS NULL) = (escalated_to IS NULL))),
  constraint consultations__kind CHECK ((kind = ANY (ARRAY['consultation'::text, 'complaint'::text, 'fraud'::text]))),
  constraint consultations__not_by_subject CHECK (((subject_agency_code IS NULL) OR (subject_agency_code <> agency_code))),
  constraint consultations__number_form CHECK ((number ~ '^Z\d{12}$'::text)),
  constraint consultations__rated CHECK ((((score IS NULL) = (rated_at IS NULL)) AND ((score IS NULL) = (is_solved IS NULL)) AND ((score IS NULL) OR (state = 'answered'::text)))),
  constraint consultations__reach CHECK ((((contact = 'anonymous'::text) = (phone_sealed IS NULL)) AND ((phone_sealed IS NULL) = (name_sealed IS NULL)) AND ((phone_sealed IS NULL) = (phone_index IS NULL)) AND ((contact = 'account'::text) = (account_id IS NOT NULL)))),
  constraint consultations__score CHECK (((score >= 1) AND (score <= 5))),
  constraint consultations__state CHECK ((state = ANY (ARRAY['received'::text, 'working'::text, 'answered'::text]))),
  constraint consultations__subject CHECK (((subject_agency_code IS NOT NULL) = (kind = 'complaint'::text))),
  constraint consultations__title CHECK (((char_length(title) >= 1) AND (char_length(title) <= 40)))
);
comment on table consultations is '咨询、投诉、举报 of the portal with deadline, desk and outcome. Class C3; reports of fraud are read by restrict officers alone.';
CREATE INDEX consultations__account_id ON public.consultations USING btree (account_id, submitted_at DESC) WHERE (account_id IS NOT NULL);
CREATE INDEX consultations__answered ON public.consultations USING btree (agency_code, answered_at DESC, id) WHERE (state = 'answered'::text);
CREATE INDEX consultations__assignee_id ON public.consultations USING btree (assignee_id) WHERE (assignee_id IS NOT NULL);
CREATE INDEX consultations__desk ON public.consultations USING btree (agency_code, due_on, id) WHERE (state <> 'answered'::text);
CREATE INDEX consultations__escalated_to ON public.consultations USING btree (escalated_to, due_on, id) WHERE ((state <> 'answered'::text) AND (escalated_to IS NOT NULL));
CREATE INDEX consultations__overdue ON public.consultations USING btree (due_on, id) WHERE ((state <> 'answered'::text) AND (escalated_at IS NULL));
CREATE INDEX consultations__passed_by ON public.consultations USING gin (passed_by);
CREATE INDEX consultations__subject_agency_code ON public.consultations USING btree (subject_agency_code) WHERE (subject_agency_code IS NOT NULL);
CREATE TRIGGER consultations__note_row_change AFTER INSERT OR DELETE OR UPDATE ON consultations FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table consultations enable row level security;
create policy consultations__desk on consultations for select to office_face using (((kind = ANY (( SELECT app_consultation_kinds() AS app_consultation_kinds)::text[])) AND ((agency_code = app_agency_code()) OR (app_agency_code() = ANY (passed_by)) OR (escalated_to = app_agency_code()) OR (agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])))));
create policy consultations__handle on consultations for update to office_face using (((agency_code = app_agency_code()) AND (kind = ANY (( SELECT app_consultation_kinds() AS app_consultation_kinds)::text[])))) with check (((kind = ANY (( SELECT app_consultation_kinds() AS app_consultation_kinds)::text[])) AND ((agency_code = app_agency_code()) OR agency_is_under(agency_code, app_agency_code()) OR agency_is_under(app_agency_code(), agency_code))));
create policy consultations__own on consultations for select to public_face using (((account_id = app_person_id()) OR (id = app_consultation_id())));
create policy consultations__rate on consultations for update to public_face using (((account_id = app_person_id()) OR (id = app_consultation_id()))) with check (((account_id = app_person_id()) OR (id = app_consultation_id())));
create policy consultations__submit on consultations for insert to public_face with check (((state = 'received'::text) AND ((account_id IS NULL) OR (account_id = app_person_id()))));
create policy consultations__worker on consultations for all to worker using (true) with check (true);
grant insert, select on table consultations to public_face;
grant select on table consultations to office_face;
grant select on table consultations to worker;
grant update (agency_code, passed_by, state, due_on, due_provisional, assignee_id, answered_at, outcome, escalated_at, escalated_to) on table consultations to office_face;
grant update (escalated_at, escalated_to) on table consultations to worker;
grant update (score, is_solved, rated_at) on table consultations to public_face;

create table custody_items (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  serial text not null,
  label text not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  retired_on date,
  retired_because text,
  constraint custody_items_pkey PRIMARY KEY (id),
  constraint custody_items__kind_serial UNIQUE (kind, serial),
  constraint custody_items_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint custody_items_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES staff_users(id),
  constraint custody_items__kind CHECK ((kind = ANY (ARRAY['computer'::text, 'usb-key'::text, 'medium'::text]))),
  constraint custody_items__retired CHECK (((retired_on IS NULL) = (retired_because IS NULL)))
);
comment on table custody_items is '专用计算机、USB 密钥、存储介质 of an agency (ACC-12).';
CREATE INDEX custody_items__agency_code ON public.custody_items USING btree (agency_code, kind, serial);
CREATE INDEX custody_items__registered_by ON public.custody_items USING btree (registered_by);
alter table custody_items enable row level security;
create policy custody_items__below on custody_items for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy custody_items__own on custody_items for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table custody_items to office_face;
grant update (retired_on, retired_because) on table custody_items to office_face;

create table custody_terms (
  id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  held_from timestamp with time zone not null,
  held_to timestamp with time zone,
  note text not null,
  recorded_by uuid not null,
  constraint custody_terms_pkey PRIMARY KEY (id),
  constraint custody_terms_item_id_fkey FOREIGN KEY (item_id) REFERENCES custody_items(id),
  constraint custody_terms_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint custody_terms_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint custody_terms__dates CHECK (((held_to IS NULL) OR (held_to >= held_from)))
);
comment on table custody_terms is 'Who keeps an item from when to when; only the end of a term is ever written later.';
CREATE INDEX custody_terms__item_id ON public.custody_terms USING btree (item_id, held_from DESC);
CREATE UNIQUE INDEX custody_terms__item_id_open ON public.custody_terms USING btree (item_id) WHERE (held_to IS NULL);
CREATE INDEX custody_terms__person_id ON public.custody_terms USING btree (person_id) WHERE (held_to IS NULL);
CREATE INDEX custody_terms__recorded_by ON public.custody_terms USING btree (recorded_by);
CREATE TRIGGER custody_terms__check BEFORE INSERT ON custody_terms FOR EACH ROW EXECUTE FUNCTION private.check_custody_term();
alter table custody_terms enable row level security;
create policy custody_terms__add on custody_terms for insert to office_face with check ((EXISTS ( SELECT 1
   FROM custody_items i
  WHERE ((i.id = custody_terms.item_id) AND (i.agency_code = app_agency_code())))));
create policy custody_terms__end on custody_terms for update to office_face using (((held_to IS NULL) AND (EXISTS ( SELECT 1
   FROM custody_items i
  WHERE ((i.id = custody_terms.item_id) AND (i.agency_code = app_agency_code())))))) with check ((held_to IS NOT NULL));
create policy custody_terms__item on custody_terms for select to office_face using ((EXISTS ( SELECT 1
   FROM custody_items i
  WHERE (i.id = custody_terms.item_id))));
grant insert, select on table custody_terms to office_face;
grant update (held_to) on table custody_terms to office_face;

create table decision_letters (
  id uuid not null,
  decision_id uuid not null,
  application_id uuid not null,
  document_id uuid not null,
  agency_code text not null,
  kind text not null,
  year integer not null,
  serial integer not null,
  number text not null,
  issued_on date not null,
  content jsonb not null,
  content_hash bytea not null,
  delivered_on date,
  delivery text,
  delivered_by uuid,
  constraint decision_letters_pkey PRIMARY KEY (id),
  constraint decision_letters__serial UNIQUE (agency_code, year, kind, serial),
  constraint decision_letters_decision_id_key UNIQUE (decision_id),
  constraint decision_letters_document_id_key UNIQUE (document_id),
  constraint decision_letters_number_key UNIQUE (number),
  constraint decision_letters_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint decision_letters_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint decision_letters_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint decision_letters_delivered_by_fkey FOREIGN KEY (delivered_by) REFERENCES staff_users(id),
  constraint decision_letters_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents(id),
  constraint decision_letters__delivered CHECK ((((delivered_on IS NULL) = (delivery IS NULL)) AND ((delivered_on IS NULL) = (delivered_by IS NULL)))),
  constraint decision_letters__delivered_after CHECK (((delivered_on IS NULL) OR (delivered_on >= issued_on))),
  constraint decision_letters__delivery CHECK ((delivery = ANY (ARRAY['in-person'::text, 'mail'::text, 'online'::text]))),
  constraint decision_letters__kind CHECK ((kind = ANY (ARRAY['recognised'::text, 'not-recognised'::text])))
);
comment on table decision_letters is '认定决定书 and 不予认定决定书: number and words frozen at issue, the file by its hash; only the delivery is added.';
CREATE INDEX decision_letters__application_id ON public.decision_letters USING btree (application_id);
CREATE INDEX decision_letters__delivered_by ON public.decision_letters USING btree (delivered_by);
alter table decision_letters enable row level security;
create policy decision_letters__agency on decision_letters for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decision_letters.application_id)))) with check (app_holds_case(application_id));
create policy decision_letters__own on decision_letters for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decision_letters.application_id))));
create policy decision_letters__worker on decision_letters for all to worker using (true) with check (true);
grant insert, select on table decision_letters to worker;
grant select on table decision_letters to office_face;
grant select on table decision_letters to public_face;
grant update (delivered_on, delivery, delivered_by) on table decision_letters to office_face;

create table decisions (
  id uuid not null,
  application_id uuid not null,
  conclusion text not null,
  reasons jsonb not null,
  review_id uuid not null,
  reviewer_person_id uuid not null,
  decided_by uuid not null,
  approver_person_id uuid not null,
  decided_at timestamp with time zone not null,
  crime_request_id uuid,
  offence_request_id uuid,
  restriction_check_id uuid not null,
  superseded_at timestamp with time zone,
  constraint decisions_pkey PRIMARY KEY (id),
  constraint decisions__crime FOREIGN KEY (crime_request_id, application_id) REFERENCES vetting_requests(id, application_id),
  constraint decisions__offence FOREIGN KEY (offence_request_id, application_id) REFERENCES vetting_requests(id, application_id),
  constraint decisions__restriction FOREIGN KEY (restriction_check_id, application_id) REFERENCES restriction_checks(id, application_id),
  constraint decisions__review FOREIGN KEY (review_id, application_id) REFERENCES reviews(id, application_id),
  constraint decisions_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint decisions_approver_person_id_fkey FOREIGN KEY (approver_person_id) REFERENCES staff_people(id),
  constraint decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint decisions_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint decisions__conclusion CHECK ((conclusion = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint decisions__two_persons CHECK ((reviewer_person_id <> approver_person_id)),
  constraint decisions__vetted CHECK (((conclusion = 'failed'::text) OR ((crime_request_id IS NOT NULL) AND (offence_request_id IS NOT NULL))))
);
comment on table decisions is 'Conclusions with everything they rest on; append-only (S-057, S-071, I-10).';
CREATE INDEX decisions__application_id ON public.decisions USING btree (application_id, decided_at DESC);
CREATE UNIQUE INDEX decisions__one_live ON public.decisions USING btree (application_id) WHERE (superseded_at IS NULL);
CREATE TRIGGER decisions__note_row_change AFTER INSERT OR DELETE OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table decisions enable row level security;
create policy decisions__agency on decisions for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decisions.application_id)))) with check (app_holds_case(application_id));
create policy decisions__own on decisions for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = decisions.application_id))));
create policy decisions__run on decisions for insert to worker with check (true);
create policy decisions__vetted on decisions as restrictive for insert to office_face, worker with check (((conclusion = 'failed'::text) OR ((EXISTS ( SELECT 1
   FROM vetting_requests r
  WHERE ((r.id = decisions.crime_request_id) AND (r.application_id = decisions.application_id) AND (r.kind = 'crime'::text) AND (r.state = 'clear'::text) AND (r.answered_at <= decisions.decided_at) AND ((r.valid_until IS NULL) OR (r.valid_until >= ((decisions.decided_at AT TIME ZONE 'Asia/Shanghai'::text))::date))))) AND (EXISTS ( SELECT 1
   FROM vetting_requests r
  WHERE ((r.id = decisions.offence_request_id) AND (r.application_id = decisions.application_id) AND (r.kind = 'offence'::text) AND (r.state = 'clear'::text) AND (r.answered_at <= decisions.decided_at)))))));
create policy decisions__worker on decisions for select to worker using (true);
grant insert, select on table decisions to office_face;
grant insert, select on table decisions to worker;
grant select (id, application_id, conclusion, reasons, decided_at, superseded_at) on table decisions to public_face;
grant update (superseded_at) on table decisions to office_face;

create table devices (
  account_id uuid not null,
  device_hash bytea not null,
  known_since timestamp with time zone default app_now() not null,
  constraint devices_pkey PRIMARY KEY (account_id, device_hash),
  constraint devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table devices is 'Devices on which a person has once proven the phone; others are asked for a code.';
alter table devices enable row level security;
create policy devices__own on devices for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy devices__worker on devices for all to worker using (true);
grant insert, select on table devices to public_face;

create table documents (
  id uuid not null,
  kind text not null,
  application_id uuid not null,
  case_version integer not null,
  state text not null,
  file_id uuid,
  requested_at timestamp with time zone not null,
  constraint documents_pkey PRIMARY KEY (id),
  constraint documents__application_id_kind_case_version UNIQUE (application_id, kind, case_version),
  constraint documents_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint documents__kind CHECK ((kind = ANY (ARRAY['application-form'::text, 'acceptance-receipt'::text, 'decision-letter'::text]))),
  constraint documents__state CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
);
comment on table documents is 'PDFs made by jobs.';
alter table documents enable row level security;
create policy documents__agency on documents for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))));
create policy documents__own on documents for all to public_face using (((kind = ANY (ARRAY['application-form'::text, 'decision-letter'::text])) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = documents.application_id))));
create policy documents__worker on documents for all to worker using (true) with check (true);
grant insert, select on table documents to office_face;
grant insert, select on table documents to public_face;
grant select, update on table documents to worker;

create table drafts (
  id uuid not null,
  account_id uuid not null,
  version integer default 1 not null,
  steps jsonb not null,
  amends_application_id uuid,
  saved_at timestamp with time zone not null,
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_account_id_key UNIQUE (account_id),
  constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table drafts is 'One draft a person: the eight steps as they stand, complete or not (APP-8).';
CREATE INDEX drafts__agency_code ON public.drafts USING btree ((((steps -> 'agency'::text) ->> 'agencyCode'::text)));
alter table drafts enable row level security;
create policy drafts__own on drafts for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
grant delete, insert, select, update on table drafts to public_face;

create table emergency_openings (
  id uuid not null,
  agency_code text not null,
  user_id uuid not null,
  reason text not null,
  asked_by uuid not null,
  asked_role text not null,
  asked_at timestamp with time zone not null,
  approved_by uuid,
  approved_role text,
  opened_at timestamp with time zone,
  closes_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint emergency_openings_pkey PRIMARY KEY (id),
  constraint emergency_openings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint emergency_openings_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES staff_people(id),
  constraint emergency_openings_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff_people(id),
  constraint emergency_openings_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint emergency_openings__hour CHECK (((closes_at = (opened_at + '01:00:00'::interval)) OR ((closes_at IS NULL) AND (opened_at IS NULL)))),
  constraint emergency_openings__opened CHECK ((((opened_at IS NULL) = (approved_by IS NULL)) AND ((opened_at IS NULL) = (approved_role IS NULL)))),
  constraint emergency_openings__roles CHECK (((asked_role = ANY (ARRAY['system'::text, 'security'::text])) AND (approved_role = ANY (ARRAY['system'::text, 'security'::text])))),
  constraint emergency_openings__two_persons CHECK (((approved_by <> asked_by) AND (approved_role <> asked_role)))
);
comment on table emergency_openings is 'Openings of the sealed emergency account of a province or the nation: two persons, sixty minutes.';
CREATE INDEX emergency_openings__agency_code ON public.emergency_openings USING btree (agency_code, asked_at);
CREATE INDEX emergency_openings__approved_by ON public.emergency_openings USING btree (approved_by);
CREATE INDEX emergency_openings__asked_by ON public.emergency_openings USING btree (asked_by);
CREATE UNIQUE INDEX emergency_openings__one_asked ON public.emergency_openings USING btree (agency_code) WHERE ((opened_at IS NULL) AND (closed_at IS NULL));
CREATE INDEX emergency_openings__user_id ON public.emergency_openings USING btree (user_id);
CREATE TRIGGER emergency_openings__check BEFORE INSERT OR UPDATE ON emergency_openings FOR EACH ROW EXECUTE FUNCTION private.check_emergency_opening();
alter table emergency_openings enable row level security;
create policy emergency_openings__administered on emergency_openings for all to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[]))) with check ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
grant insert, select on table emergency_openings to office_face;
grant update (approved_by, approved_role, opened_at, closes_at, closed_at) on table emergency_openings to office_face;

create table emergency_reads (
  id bigint generated always as identity not null,
  opening_id uuid not null,
  at timestamp with time zone not null,
  endpoint text not null,
  object_id text not null,
  constraint emergency_reads_pkey PRIMARY KEY (id),
  constraint emergency_reads_opening_id_fkey FOREIGN KEY (opening_id) REFERENCES emergency_openings(id)
);
comment on table emergency_reads is 'Everything an opened emergency account asked for, append-only (S-042).';
CREATE INDEX emergency_reads__opening_id ON public.emergency_reads USING btree (opening_id, id);
alter table emergency_reads enable row level security;
create policy emergency_reads__administered on emergency_reads for all to office_face using ((EXISTS ( SELECT 1
   FROM emergency_openings o
  WHERE (o.id = emergency_reads.opening_id)))) with check ((EXISTS ( SELECT 1
   FROM emergency_openings o
  WHERE (o.id = emergency_reads.opening_id))));
grant select on table emergency_reads to office_face;

create table evidence (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  key text not null,
  facts jsonb not null,
  state text not null,
  trust text not null,
  differing_fields text[] default '{}'::text[] not null,
  checked_at timestamp with time zone,
  created_at timestamp with time zone default app_now() not null,
  removed_at timestamp with time zone,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint evidence__kind CHECK ((kind = ANY (ARRAY['exam-proof'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text]))),
  constraint evidence__state CHECK ((state = ANY (ARRAY['waiting'::text, 'match'::text, 'mismatch'::text, 'not-found'::text, 'source-down'::text, 'limited'::text]))),
  constraint evidence__trust CHECK ((trust = ANY (ARRAY['issuer'::text, 'officer'::text, 'uploaded'::text, 'declared'::text])))
);
comment on table evidence is 'Evidence records of the personal centre; facts are what the source said, parsed by kind.';
CREATE UNIQUE INDEX evidence__account_id_kind_key ON public.evidence USING btree (account_id, kind, key) WHERE (removed_at IS NULL);
alter table evidence enable row level security;
create policy evidence__agency on evidence for select to office_face using ((EXISTS ( SELECT 1
   FROM evidence_uses u
  WHERE (u.evidence_id = evidence.id))));
create policy evidence__own on evidence for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy evidence__worker on evidence for all to worker using (true) with check (true);
grant insert, select on table evidence to public_face;
grant insert, select, update on table evidence to worker;
grant select on table evidence to office_face;
grant update (state, removed_at) on table evidence to public_face;

create table evidence_uses (
  application_id uuid not null,
  evidence_id uuid not null,
  purpose text not null,
  exclusive_key text,
  state text not null,
  constraint evidence_uses_pkey PRIMARY KEY (application_id, evidence_id, purpose),
  constraint evidence_uses_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint evidence_uses_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint evidence_uses__purpose CHECK ((purpose = ANY (ARRAY['exam-proof'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text, 'diploma'::text]))),
  constraint evidence_uses__state CHECK ((state = ANY (ARRAY['reserved'::text, 'consumed'::text, 'released'::text])))
);
comment on table evidence_uses is 'Which application holds which record: reserved on submit, consumed on 认定通过, released otherwise.';
CREATE INDEX evidence_uses__evidence_id ON public.evidence_uses USING btree (evidence_id);
CREATE UNIQUE INDEX evidence_uses__exclusive_key ON public.evidence_uses USING btree (exclusive_key) WHERE (state <> 'released'::text);
alter table evidence_uses enable row level security;
create policy evidence_uses__agency on evidence_uses for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id)))) with check (app_holds_case(application_id));
create policy evidence_uses__own on evidence_uses for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = evidence_uses.application_id))));
create policy evidence_uses__worker on evidence_uses for all to worker using (true) with check (true);
grant delete, insert, select, update on table evidence_uses to public_face;
grant insert, select, update on table evidence_uses to office_face;
grant insert, select, update on table evidence_uses to worker;

create table exam_bar_imports (
  id uuid not null,
  agency_code text not null,
  review_agency_code text not null,
  source text not null,
  state text not null,
  file_id uuid,
  content_hash text,
  count integer default 0 not null,
  fresh integer default 0 not null,
  known integer default 0 not null,
  faulty integer default 0 not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  return_reason text,
  constraint exam_bar_imports_pkey PRIMARY KEY (id),
  constraint exam_bar_imports_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint exam_bar_imports_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES staff_people(id),
  constraint exam_bar_imports_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint exam_bar_imports_review_agency_code_fkey FOREIGN KEY (review_agency_code) REFERENCES agencies(code),
  constraint exam_bar_imports_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_people(id),
  constraint exam_bar_imports__content CHECK (((state = ANY (ARRAY['fetching'::text, 'failed'::text])) OR ((file_id IS NOT NULL) AND (content_hash IS NOT NULL)))),
  constraint exam_bar_imports__returned CHECK (((state = 'returned'::text) = (return_reason IS NOT NULL))),
  constraint exam_bar_imports__reviewed CHECK ((((state = ANY (ARRAY['accepted'::text, 'returned'::text])) = (reviewed_at IS NOT NULL)) AND ((reviewed_at IS NULL) = (reviewed_by IS NULL)))),
  constraint exam_bar_imports__source CHECK ((source = ANY (ARRAY['file'::text, 'authority'::text]))),
  constraint exam_bar_imports__state CHECK ((state = ANY (ARRAY['fetching'::text, 'read'::text, 'pending'::text, 'accepted'::text, 'returned'::text, 'failed'::text]))),
  constraint exam_bar_imports__two_persons CHECK ((reviewed_by <> entered_by))
);
comment on table exam_bar_imports is 'Lists of exam bars as the exam authority handed them over, by file or by interface, with their review.';
CREATE INDEX exam_bar_imports__agency_code ON public.exam_bar_imports USING btree (agency_code, entered_at DESC, id);
CREATE INDEX exam_bar_imports__entered_by ON public.exam_bar_imports USING btree (entered_by);
CREATE INDEX exam_bar_imports__file_id ON public.exam_bar_imports USING btree (file_id);
CREATE UNIQUE INDEX exam_bar_imports__one_fetch ON public.exam_bar_imports USING btree (agency_code) WHERE (state = 'fetching'::text);
CREATE UNIQUE INDEX exam_bar_imports__one_list ON public.exam_bar_imports USING btree (agency_code, content_hash) WHERE ((source = 'file'::text) AND (state = ANY (ARRAY['read'::text, 'pending'::text, 'accepted'::text])));
CREATE INDEX exam_bar_imports__review_agency_code ON public.exam_bar_imports USING btree (review_agency_code, entered_at DESC, id);
CREATE INDEX exam_bar_imports__reviewed_by ON public.exam_bar_imports USING btree (reviewed_by);
alter table exam_bar_imports enable row level security;
create policy exam_bar_imports__change on exam_bar_imports for update to office_face using (((agency_code = app_agency_code()) OR (review_agency_code = app_agency_code()))) with check (((agency_code = app_agency_code()) OR (review_agency_code = app_agency_code())));
create policy exam_bar_imports__enter on exam_bar_imports for insert to office_face with check ((agency_code = app_agency_code()));
create policy exam_bar_imports__line on exam_bar_imports for select to office_face using (((agency_code = app_agency_code()) OR (review_agency_code = app_agency_code())));
create policy exam_bar_imports__worker on exam_bar_imports for all to worker using (true) with check (true);
grant insert, select on table exam_bar_imports to office_face;
grant select on table exam_bar_imports to worker;
grant update (state, count, fresh, known, faulty, reviewed_by, reviewed_at, return_reason) on table exam_bar_imports to office_face;
grant update (state, file_id, content_hash, count) on table exam_bar_imports to worker;

create table exam_bar_reports (
  id uuid not null,
  entry_id uuid not null,
  state text not null,
  queued_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  holds_proof boolean,
  constraint exam_bar_reports_pkey PRIMARY KEY (id),
  constraint exam_bar_reports__entry_id_state UNIQUE (entry_id, state),
  constraint exam_bar_reports_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES restriction_entries(id),
  constraint exam_bar_reports__sent CHECK (((sent_at IS NULL) = (holds_proof IS NULL))),
  constraint exam_bar_reports__state CHECK ((state = ANY (ARRAY['in-force'::text, 'withdrawn'::text])))
);
comment on table exam_bar_reports is 'What was told to the exam authority about entries that keep a person from the exam.';
CREATE INDEX exam_bar_reports__queued_at ON public.exam_bar_reports USING btree (queued_at DESC, id);
alter table exam_bar_reports enable row level security;
create policy exam_bar_reports__line on exam_bar_reports for select to office_face using ((EXISTS ( SELECT 1
   FROM restriction_entries e
  WHERE (e.id = exam_bar_reports.entry_id))));
create policy exam_bar_reports__worker on exam_bar_reports for all to worker using (true) with check (true);
grant insert, select on table exam_bar_reports to worker;
grant select on table exam_bar_reports to office_face;
grant update (sent_at, holds_proof) on table exam_bar_reports to worker;

create table exam_bar_rows (
  import_id uuid not null,
  "row" integer not null,
  outcome text not null,
  masked_name text not null,
  masked_number text not null,
  decision_number text not null,
  sentence text,
  entry_id uuid,
  constraint exam_bar_rows_pkey PRIMARY KEY (import_id, "row"),
  constraint exam_bar_rows_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES restriction_entries(id),
  constraint exam_bar_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES exam_bar_imports(id),
  constraint exam_bar_rows__fresh CHECK (((outcome = 'fresh'::text) = (entry_id IS NOT NULL))),
  constraint exam_bar_rows__outcome CHECK ((outcome = ANY (ARRAY['fresh'::text, 'known'::text, 'faulty'::text])))
);
comment on table exam_bar_rows is 'What became of each row of a list; a name and a number stand here masked.';
CREATE INDEX exam_bar_rows__entry_id ON public.exam_bar_rows USING btree (entry_id);
alter table exam_bar_rows enable row level security;
create policy exam_bar_rows__line on exam_bar_rows for all to office_face using ((EXISTS ( SELECT 1
   FROM exam_bar_imports i
  WHERE (i.id = exam_bar_rows.import_id)))) with check ((EXISTS ( SELECT 1
   FROM exam_bar_imports i
  WHERE ((i.id = exam_bar_rows.import_id) AND (i.agency_code = app_agency_code())))));
create policy exam_bar_rows__worker on exam_bar_rows for select to worker using (true);
grant insert, select on table exam_bar_rows to office_face;
grant select on table exam_bar_rows to worker;

create table files (
  id uuid not null,
  account_id uuid,
  application_id uuid,
  kind text not null,
  hash text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  created_at timestamp with time zone default app_now() not null,
  removed_at timestamp with time zone,
  agency_code text,
  constraint files_pkey PRIMARY KEY (id),
  constraint files__account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint files__application_id FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint files_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint files__kind CHECK ((kind = ANY (ARRAY['photo'::text, 'signature'::text, 'document'::text, 'material'::text])))
);
comment on table files is 'Uploads and made documents; content lies in the file store under its hash.';
CREATE INDEX files__account_id ON public.files USING btree (account_id);
CREATE INDEX files__agency_code ON public.files USING btree (agency_code) WHERE (agency_code IS NOT NULL);
CREATE INDEX files__application_id ON public.files USING btree (application_id);
CREATE INDEX files__hash ON public.files USING btree (hash);
alter table files enable row level security;
create policy files__agency on files for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = files.application_id)))) with check (app_holds_case(application_id));
create policy files__decision on files for select to office_face using ((EXISTS ( SELECT 1
   FROM restriction_entries e
  WHERE (e.decision_file_id = files.id))));
create policy files__decision_new on files for insert to office_face with check (((account_id IS NULL) AND (application_id IS NULL) AND (kind = 'document'::text)));
create policy files__filed on files for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (account_id IS NULL) AND (application_id IS NULL)));
create policy files__filed_below on files for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy files__notices on files for select to public_face using ((EXISTS ( SELECT 1
   FROM notice_attachments a
  WHERE (a.file_id = files.id))));
create policy files__own on files for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy files__worker on files for all to worker using (true) with check (true);
grant insert, select on table files to office_face;
grant insert, select on table files to public_face;
grant insert, select, update on table files to worker;
grant update (application_id, removed_at) on table files to public_face;

create table filing_reminders (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  year integer not null,
  round_id uuid,
  cause text not null,
  due_on date not null,
  note text,
  raised_from text,
  raised_by uuid,
  raised_at timestamp with time zone not null,
  raised_on date not null,
  seen_by uuid,
  seen_at timestamp with time zone,
  constraint filing_reminders_pkey PRIMARY KEY (id),
  constraint filing_reminders_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint filing_reminders_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES staff_users(id),
  constraint filing_reminders_raised_from_fkey FOREIGN KEY (raised_from) REFERENCES agencies(code),
  constraint filing_reminders_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint filing_reminders_seen_by_fkey FOREIGN KEY (seen_by) REFERENCES staff_users(id),
  constraint filing_reminders__cause CHECK ((cause = ANY (ARRAY['due-soon'::text, 'overdue'::text, 'urged'::text]))),
  constraint filing_reminders__kind CHECK ((kind = ANY (ARRAY['applicant-notice'::text, 'teacher-notice'::text, 'plan-table'::text, 'scheme'::text]))),
  constraint filing_reminders__round CHECK (((kind = 'plan-table'::text) = (round_id IS NULL))),
  constraint filing_reminders__seen CHECK (((seen_by IS NULL) = (seen_at IS NULL))),
  constraint filing_reminders__urged CHECK (((cause = 'urged'::text) = (num_nonnulls(note, raised_from, raised_by) = 3)))
);
comment on table filing_reminders is 'Site notices to agencies whose filing is due, late or urged.';
CREATE UNIQUE INDEX filing_reminders__once ON public.filing_reminders USING btree (agency_code, kind, year, round_id, cause, due_on) NULLS NOT DISTINCT WHERE (cause <> 'urged'::text);
CREATE INDEX filing_reminders__open ON public.filing_reminders USING btree (agency_code, raised_at) WHERE (seen_at IS NULL);
CREATE INDEX filing_reminders__raised_by ON public.filing_reminders USING btree (raised_by);
CREATE INDEX filing_reminders__raised_from ON public.filing_reminders USING btree (raised_from);
CREATE INDEX filing_reminders__round_id ON public.filing_reminders USING btree (round_id);
CREATE INDEX filing_reminders__seen_by ON public.filing_reminders USING btree (seen_by);
CREATE UNIQUE INDEX filing_reminders__urged_once ON public.filing_reminders USING btree (agency_code, kind, year, round_id, raised_from, raised_on) NULLS NOT DISTINCT WHERE (cause = 'urged'::text);
alter table filing_reminders enable row level security;
create policy filing_reminders__below on filing_reminders for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy filing_reminders__own on filing_reminders for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy filing_reminders__raise on filing_reminders for insert to office_face with check (((raised_from = app_agency_code()) AND (raised_by = app_officer_id()) AND agency_is_under(agency_code, app_agency_code())));
create policy filing_reminders__worker on filing_reminders for all to worker using (true) with check (true);
grant insert, select on table filing_reminders to office_face;
grant insert, select on table filing_reminders to worker;
grant update (seen_by, seen_at) on table filing_reminders to office_face;

create table filing_reviews (
  submission_id uuid not null,
  handed_in_person_id uuid not null,
  agency_code text not null,
  accepted boolean not null,
  reason text,
  reviewed_by uuid not null,
  reviewer_person_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint filing_reviews_pkey PRIMARY KEY (submission_id),
  constraint filing_reviews__submission FOREIGN KEY (submission_id, handed_in_person_id) REFERENCES filing_submissions(id, handed_in_person_id),
  constraint filing_reviews_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint filing_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_users(id),
  constraint filing_reviews_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint filing_reviews__reason CHECK ((accepted OR (reason IS NOT NULL))),
  constraint filing_reviews__two_persons CHECK ((reviewer_person_id <> handed_in_person_id))
);
comment on table filing_reviews is 'Acceptance or return of a version by its receiver, by another person; append-only.';
CREATE INDEX filing_reviews__agency_code ON public.filing_reviews USING btree (agency_code);
CREATE INDEX filing_reviews__reviewed_by ON public.filing_reviews USING btree (reviewed_by);
CREATE INDEX filing_reviews__reviewer_person_id ON public.filing_reviews USING btree (reviewer_person_id);
CREATE INDEX filing_reviews__submission ON public.filing_reviews USING btree (submission_id, handed_in_person_id);
alter table filing_reviews enable row level security;
create policy filing_reviews__read on filing_reviews for select to office_face using ((EXISTS ( SELECT 1
   FROM filing_submissions s
  WHERE (s.id = filing_reviews.submission_id))));
create policy filing_reviews__receiver on filing_reviews for insert to office_face with check (((agency_code = app_agency_code()) AND (reviewed_by = app_officer_id()) AND (EXISTS ( SELECT 1
   FROM filing_submissions s
  WHERE ((s.id = filing_reviews.submission_id) AND (staff_filing_agency(s.agency_code) = app_agency_code()))))));
create policy filing_reviews__worker on filing_reviews for select to worker using (true);
grant insert, select on table filing_reviews to office_face;
grant select on table filing_reviews to worker;

create table filing_submissions (
  id uuid not null,
  filing_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  scan_file_id uuid not null,
  handed_in_by uuid not null,
  handed_in_person_id uuid not null,
  handed_in_at timestamp with time zone not null,
  constraint filing_submissions_pkey PRIMARY KEY (id),
  constraint filing_submissions__filing_id_number UNIQUE (filing_id, number),
  constraint filing_submissions__id_handed_in_person_id UNIQUE (id, handed_in_person_id),
  constraint filing_submissions__filing FOREIGN KEY (filing_id, agency_code) REFERENCES filings(id, agency_code),
  constraint filing_submissions_handed_in_by_fkey FOREIGN KEY (handed_in_by) REFERENCES staff_users(id),
  constraint filing_submissions_handed_in_person_id_fkey FOREIGN KEY (handed_in_person_id) REFERENCES staff_people(id),
  constraint filing_submissions_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id)
);
comment on table filing_submissions is 'Versions handed in upward with their stamped scans; append-only.';
CREATE INDEX filing_submissions__filing ON public.filing_submissions USING btree (filing_id, agency_code);
CREATE INDEX filing_submissions__handed_in_by ON public.filing_submissions USING btree (handed_in_by);
CREATE INDEX filing_submissions__handed_in_person_id ON public.filing_submissions USING btree (handed_in_person_id);
CREATE INDEX filing_submissions__scan_file_id ON public.filing_submissions USING btree (scan_file_id);
alter table filing_submissions enable row level security;
create policy filing_submissions__below on filing_submissions for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy filing_submissions__own on filing_submissions for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy filing_submissions__worker on filing_submissions for select to worker using (true);
grant insert, select on table filing_submissions to office_face;
grant select on table filing_submissions to worker;

create table filings (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  year integer not null,
  round_id uuid,
  draft jsonb not null,
  draft_version integer default 1 not null,
  scan_file_id uuid,
  updated_at timestamp with time zone not null,
  constraint filings_pkey PRIMARY KEY (id),
  constraint filings__agency_code_kind_year_round_id UNIQUE NULLS NOT DISTINCT (agency_code, kind, year, round_id),
  constraint filings__id_agency_code UNIQUE (id, agency_code),
  constraint filings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint filings_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint filings_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id),
  constraint filings__draft_kind CHECK (((draft ->> 'kind'::text) = kind)),
  constraint filings__kind CHECK ((kind = ANY (ARRAY['applicant-notice'::text, 'teacher-notice'::text, 'plan-table'::text, 'scheme'::text]))),
  constraint filings__round CHECK (((kind = 'plan-table'::text) = (round_id IS NULL)))
);
comment on table filings is 'Filings upward: one an agency, kind and year or round; its versions and opinions stand below.';
CREATE INDEX filings__kind_round_id ON public.filings USING btree (kind, round_id, agency_code);
CREATE INDEX filings__round_id ON public.filings USING btree (round_id);
CREATE INDEX filings__scan_file_id ON public.filings USING btree (scan_file_id);
alter table filings enable row level security;
create policy filings__below on filings for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy filings__own on filings for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy filings__worker on filings for select to worker using (true);
grant insert, select on table filings to office_face;
grant select on table filings to worker;
grant update (draft, draft_version, scan_file_id, updated_at) on table filings to office_face;

create table function_switches (
  id uuid not null,
  function text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  sentence text not null,
  proposal_id uuid,
  constraint function_switches_pkey PRIMARY KEY (id),
  constraint function_switches_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint function_switches__function CHECK ((function = ANY (ARRAY['submit'::text, 'confirm'::text, 'certificate-query'::text, 'register'::text, 'conclude'::text]))),
  constraint function_switches__window CHECK ((closes_at > opens_at))
);
comment on table function_switches is 'Intervals in which one function of the system is switched off, with the sentence people read (S-078).';
CREATE INDEX function_switches__function ON public.function_switches USING btree (function, closes_at);
CREATE INDEX function_switches__proposal_id ON public.function_switches USING btree (proposal_id);
grant select on table function_switches to office_face;
grant select on table function_switches to partner_face;
grant select on table function_switches to public_face;
grant select on table function_switches to reporter;
grant select on table function_switches to worker;

create table handover_signatures (
  handover_id uuid not null,
  side text not null,
  user_id uuid not null,
  person_id uuid not null,
  in_place_because text,
  key_serial text not null,
  text_hash bytea not null,
  signed_at timestamp with time zone not null,
  constraint handover_signatures_pkey PRIMARY KEY (handover_id, side),
  constraint handover_signatures__handover_id_person_id UNIQUE (handover_id, person_id),
  constraint handover_signatures_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES handovers(id),
  constraint handover_signatures_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint handover_signatures_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint handover_signatures__in_place CHECK (((in_place_because IS NULL) OR (side = 'giver'::text))),
  constraint handover_signatures__side CHECK ((side = ANY (ARRAY['giver'::text, 'receiver'::text])))
);
comment on table handover_signatures is 'Two signatures by two persons over the same text; append-only.';
CREATE INDEX handover_signatures__person_id ON public.handover_signatures USING btree (person_id);
CREATE INDEX handover_signatures__user_id ON public.handover_signatures USING btree (user_id);
CREATE TRIGGER handover_signatures__check BEFORE INSERT ON handover_signatures FOR EACH ROW EXECUTE FUNCTION private.check_handover_signature();
alter table handover_signatures enable row level security;
create policy handover_signatures__handover on handover_signatures for select to office_face using ((EXISTS ( SELECT 1
   FROM handovers h
  WHERE (h.id = handover_signatures.handover_id))));
create policy handover_signatures__sign on handover_signatures for insert to office_face with check (((user_id = app_officer_id()) AND (EXISTS ( SELECT 1
   FROM handovers h
  WHERE ((h.id = handover_signatures.handover_id) AND (h.agency_code = app_agency_code()))))));
grant insert, select on table handover_signatures to office_face;

create table handovers (
  id uuid not null,
  agency_code text not null,
  giver_user_id uuid not null,
  giver_person_id uuid not null,
  receiver_user_id uuid not null,
  receiver_person_id uuid not null,
  cause text not null,
  items jsonb not null,
  remarks text not null,
  version integer default 1 not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  due_on date not null,
  cancelled_at timestamp with time zone,
  closed_at timestamp with time zone,
  cancelled_because text,
  constraint handovers_pkey PRIMARY KEY (id),
  constraint handovers_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint handovers_giver_person_id_fkey FOREIGN KEY (giver_person_id) REFERENCES staff_people(id),
  constraint handovers_giver_user_id_fkey FOREIGN KEY (giver_user_id) REFERENCES staff_users(id),
  constraint handovers_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_users(id),
  constraint handovers_receiver_person_id_fkey FOREIGN KEY (receiver_person_id) REFERENCES staff_people(id),
  constraint handovers_receiver_user_id_fkey FOREIGN KEY (receiver_user_id) REFERENCES staff_users(id),
  constraint handovers__cancelled CHECK (((cancelled_at IS NULL) = (cancelled_because IS NULL))),
  constraint handovers__cause CHECK ((cause = ANY (ARRAY['leaving'::text, 'post-change'::text]))),
  constraint handovers__end CHECK (((closed_at IS NULL) OR (cancelled_at IS NULL))),
  constraint handovers__two_persons CHECK ((giver_person_id <> receiver_person_id))
);
comment on table handovers is '交接清单: what an officer who leaves or changes post hands to a named successor (ACC-8).';
CREATE INDEX handovers__agency_code ON public.handovers USING btree (agency_code, opened_at DESC, id);
CREATE INDEX handovers__giver_person_id ON public.handovers USING btree (giver_person_id);
CREATE UNIQUE INDEX handovers__giver_user_id ON public.handovers USING btree (giver_user_id) WHERE ((closed_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX handovers__open ON public.handovers USING btree (due_on, id) WHERE ((closed_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX handovers__opened_by ON public.handovers USING btree (opened_by);
CREATE INDEX handovers__receiver_person_id ON public.handovers USING btree (receiver_person_id);
CREATE INDEX handovers__receiver_user_id ON public.handovers USING btree (receiver_user_id);
CREATE TRIGGER handovers__keep BEFORE UPDATE ON handovers FOR EACH ROW EXECUTE FUNCTION private.keep_handover();
alter table handovers enable row level security;
create policy handovers__agency on handovers for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy handovers__below on handovers for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
grant insert, select on table handovers to office_face;
grant update (items, remarks, version, cancelled_at, closed_at, cancelled_because) on table handovers to office_face;

create table idempotency_keys (
  scope text not null,
  key text not null,
  endpoint text not null,
  input_hash bytea not null,
  outcome jsonb,
  created_at timestamp with time zone default app_now() not null,
  constraint idempotency_keys_pkey PRIMARY KEY (scope, key)
);
comment on table idempotency_keys is 'What a command answered, written in its own transaction; a repeat answers the same. Kept until 90 days after the round.';
CREATE INDEX idempotency_keys__created_at ON public.idempotency_keys USING btree (created_at);
grant delete, select on table idempotency_keys to worker;
grant insert, select, update on table idempotency_keys to office_face;
grant insert, select, update on table idempotency_keys to partner_face;
grant insert, select, update on table idempotency_keys to public_face;

create table jobs (
  id bigint generated always as identity not null,
  name text not null,
  payload jsonb not null,
  dedupe_key text,
  state text default 'waiting'::text not null,
  run_at timestamp with time zone not null,
  attempts integer default 0 not null,
  max_attempts integer default 8 not null,
  lease_until timestamp with time zone,
  fence bigint default 0 not null,
  last_error text,
  created_at timestamp with time zone default app_now() not null,
  finished_at timestamp with time zone,
  constraint jobs_pkey PRIMARY KEY (id),
  constraint jobs__state CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'dead'::text])))
);
comment on table jobs is 'Outbox and work queue: everything that leaves the system or takes long. Payloads hold ids only.';
CREATE UNIQUE INDEX jobs__dedupe_key ON public.jobs USING btree (dedupe_key) WHERE (state = 'waiting'::text);
CREATE INDEX jobs__due ON public.jobs USING btree (run_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX jobs__finished ON public.jobs USING btree (finished_at) WHERE (state = 'done'::text);
CREATE INDEX jobs__lease ON public.jobs USING btree (lease_until) WHERE (state = 'running'::text);
CREATE TRIGGER jobs__announce AFTER INSERT ON jobs FOR EACH STATEMENT EXECUTE FUNCTION private.announce_job();
grant delete, insert, select, update on table jobs to worker;
grant insert on table jobs to office_face;
grant insert on table jobs to partner_face;
grant insert on table jobs to public_face;

create table letter_serials (
  agency_code text not null,
  year integer not null,
  kind text not null,
  last_serial integer not null,
  constraint letter_serials_pkey PRIMARY KEY (agency_code, year, kind),
  constraint letter_serials_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint letter_serials__kind CHECK ((kind = ANY (ARRAY['recognised'::text, 'not-recognised'::text]))),
  constraint letter_serials__last_serial CHECK (((last_serial >= 0) AND (last_serial <= 999999)))
);
comment on table letter_serials is 'Last number of an agency''s decision letters by year and kind.';
alter table letter_serials enable row level security;
create policy letter_serials__worker on letter_serials for all to worker using (true) with check (true);
grant insert, select, update on table letter_serials to worker;

create table materials (
  id uuid not null,
  application_id uuid not null,
  code text not null,
  file_id uuid not null,
  bytes integer not null,
  pages integer not null,
  state text not null,
  reasons jsonb default '[]'::jsonb not null,
  uploaded_at timestamp with time zone not null,
  handed_in_at timestamp with time zone,
  judged_by uuid,
  judged_at timestamp with time zone,
  replaced_at timestamp with time zone,
  constraint materials_pkey PRIMARY KEY (id),
  constraint materials_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint materials_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint materials_judged_by_fkey FOREIGN KEY (judged_by) REFERENCES staff_users(id),
  constraint materials__bytes CHECK (((bytes >= 1) AND (bytes <= 1048575))),
  constraint materials__handed_in CHECK (((state = 'uploaded'::text) OR (handed_in_at IS NOT NULL))),
  constraint materials__judged CHECK ((((state = ANY (ARRAY['accepted'::text, 'rejected'::text])) = (judged_at IS NOT NULL)) AND ((judged_at IS NULL) = (judged_by IS NULL)))),
  constraint materials__pages CHECK ((pages > 0)),
  constraint materials__reasons CHECK (((state = 'rejected'::text) OR (reasons = '[]'::jsonb))),
  constraint materials__state CHECK ((state = ANY (ARRAY['uploaded'::text, 'handed-in'::text, 'accepted'::text, 'rejected'::text])))
);
comment on table materials is 'PDF files of a case, one live row for each material; judged item by item (APP-11).';
CREATE INDEX materials__application_id ON public.materials USING btree (application_id);
CREATE UNIQUE INDEX materials__application_id_code ON public.materials USING btree (application_id, code) WHERE (replaced_at IS NULL);
CREATE INDEX materials__file_id ON public.materials USING btree (file_id);
CREATE INDEX materials__judged_by ON public.materials USING btree (judged_by);
CREATE TRIGGER materials__note_row_change AFTER INSERT OR DELETE OR UPDATE ON materials FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table materials enable row level security;
create policy materials__agency on materials for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = materials.application_id)))) with check (app_holds_case(application_id));
create policy materials__own on materials for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = materials.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = materials.application_id))));
grant insert, select on table materials to public_face;
grant select on table materials to office_face;
grant update (state, handed_in_at, replaced_at) on table materials to public_face;
grant update (state, reasons, judged_by, judged_at) on table materials to office_face;

create table medical_imports (
  id uuid not null,
  agency_code text not null,
  file_hash text not null,
  row_count integer not null,
  matched_count integer not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint medical_imports_pkey PRIMARY KEY (id),
  constraint medical_imports__agency_code_file_hash UNIQUE (agency_code, file_hash),
  constraint medical_imports_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint medical_imports_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES staff_users(id)
);
comment on table medical_imports is 'Excel lists of medical conclusions taken in; the rows stand in medical_records and medical_unmatched.';
CREATE INDEX medical_imports__imported_by ON public.medical_imports USING btree (imported_by);
alter table medical_imports enable row level security;
create policy medical_imports__agency on medical_imports for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table medical_imports to office_face;

create table medical_records (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  conclusion text not null,
  examined_on date not null,
  hospital text not null,
  form_version text not null,
  import_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint medical_records_pkey PRIMARY KEY (id),
  constraint medical_records_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint medical_records_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint medical_records_import_id_fkey FOREIGN KEY (import_id) REFERENCES medical_imports(id),
  constraint medical_records_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint medical_records__conclusion CHECK ((conclusion = ANY (ARRAY['qualified'::text, 'unqualified'::text])))
);
comment on table medical_records is '体检结论 of a case; append-only, the newest counts. Class C3: conclusion, day and hospital, nothing of the examination.';
CREATE INDEX medical_records__agency_code ON public.medical_records USING btree (agency_code);
CREATE INDEX medical_records__application_id ON public.medical_records USING btree (application_id, recorded_at DESC);
CREATE INDEX medical_records__import_id ON public.medical_records USING btree (import_id);
CREATE INDEX medical_records__recorded_by ON public.medical_records USING btree (recorded_by);
alter table medical_records enable row level security;
create policy medical_records__agency on medical_records for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = medical_records.application_id)))) with check (((agency_code = app_agency_code()) AND app_holds_case(application_id)));
grant insert, select on table medical_records to office_face;

create table medical_unmatched (
  id uuid not null,
  import_id uuid not null,
  agency_code text not null,
  row_number integer not null,
  key_sealed bytea not null,
  name_sealed bytea not null,
  conclusion text not null,
  examined_on date not null,
  hospital text not null,
  form_version text not null,
  problem text not null,
  state text default 'open'::text not null,
  solved_by uuid,
  solved_at timestamp with time zone,
  medical_record_id uuid,
  constraint medical_unmatched_pkey PRIMARY KEY (id),
  constraint medical_unmatched__import_id_row_number UNIQUE (import_id, row_number),
  constraint medical_unmatched_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint medical_unmatched_import_id_fkey FOREIGN KEY (import_id) REFERENCES medical_imports(id),
  constraint medical_unmatched_medical_record_id_fkey FOREIGN KEY (medical_record_id) REFERENCES medical_records(id),
  constraint medical_unmatched_solved_by_fkey FOREIGN KEY (solved_by) REFERENCES staff_users(id),
  constraint medical_unmatched__conclusion CHECK ((conclusion = ANY (ARRAY['qualified'::text, 'unqualified'::text]))),
  constraint medical_unmatched__problem CHECK ((problem = ANY (ARRAY['not-found'::text, 'name-differs'::text, 'several'::text]))),
  constraint medical_unmatched__solved CHECK ((((state = 'open'::text) = (solved_at IS NULL)) AND ((state = 'matched'::text) = (medical_record_id IS NOT NULL)))),
  constraint medical_unmatched__state CHECK ((state = ANY (ARRAY['open'::text, 'matched'::text, 'dismissed'::text])))
);
comment on table medical_unmatched is 'Rows of a hospital''s list that belong to no case yet: a work list.';
CREATE INDEX medical_unmatched__medical_record_id ON public.medical_unmatched USING btree (medical_record_id);
CREATE INDEX medical_unmatched__open ON public.medical_unmatched USING btree (agency_code, id) WHERE (state = 'open'::text);
CREATE INDEX medical_unmatched__solved_by ON public.medical_unmatched USING btree (solved_by);
alter table medical_unmatched enable row level security;
create policy medical_unmatched__agency on medical_unmatched for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table medical_unmatched to office_face;
grant update (state, solved_by, solved_at, medical_record_id) on table medical_unmatched to office_face;

create table messages (
  id uuid not null,
  account_id uuid,
  application_id uuid,
  channel text not null,
  template text not null,
  address_sealed bytea,
  text_sealed bytea,
  body text,
  sender text not null,
  state text not null,
  created_at timestamp with time zone default app_now() not null,
  sent_at timestamp with time zone,
  receipt text,
  dedupe_key text not null,
  direction text default 'out'::text not null,
  agency_code text,
  author_id uuid,
  office_read_at timestamp with time zone,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_dedupe_key_key UNIQUE (dedupe_key),
  constraint messages_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint messages_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES staff_users(id),
  constraint messages__channel CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'site'::text]))),
  constraint messages__direction CHECK ((direction = ANY (ARRAY['out'::text, 'in'::text]))),
  constraint messages__in CHECK (((direction = 'out'::text) OR ((channel = 'site'::text) AND (account_id IS NOT NULL) AND (application_id IS NOT NULL) AND (agency_code IS NOT NULL) AND (body IS NOT NULL)))),
  constraint messages__state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'read'::text, 'unread'::text])))
);
comment on table messages is 'Outbox of SMS and mail, and the in-site inbox.';
CREATE INDEX messages__account_id ON public.messages USING btree (account_id, created_at);
CREATE INDEX messages__application_id ON public.messages USING btree (application_id);
CREATE INDEX messages__author_id ON public.messages USING btree (author_id) WHERE (author_id IS NOT NULL);
CREATE INDEX messages__office_unread ON public.messages USING btree (agency_code, created_at, id) WHERE ((direction = 'in'::text) AND (office_read_at IS NULL));
alter table messages enable row level security;
create policy messages__agency on messages for insert to office_face with check (app_holds_case(application_id));
create policy messages__agency_mark on messages for update to office_face using (((direction = 'in'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = messages.application_id))))) with check (app_holds_case(application_id));
create policy messages__agency_read on messages for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = messages.application_id))));
create policy messages__office on messages for insert to office_face with check ((account_id IS NULL));
create policy messages__own on messages for select to public_face using ((account_id = app_person_id()));
create policy messages__read on messages for update to public_face using ((account_id = app_person_id()));
create policy messages__send on messages for insert to public_face with check (((account_id IS NULL) OR (account_id = app_person_id())));
create policy messages__service on messages for insert to office_face with check (((application_id IS NULL) AND (EXISTS ( SELECT 1
   FROM service_requests r
  WHERE ((r.account_id = messages.account_id) AND (r.agency_code = app_agency_code()))))));
create policy messages__worker on messages for all to worker using (true) with check (true);
grant insert, select on table messages to office_face;
grant insert, select on table messages to public_face;
grant insert, select, update on table messages to worker;
grant update (office_read_at) on table messages to office_face;
grant update (state) on table messages to public_face;

create table notice_attachments (
  id uuid not null,
  notice_id uuid not null,
  agency_code text not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  has_pictures boolean not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint notice_attachments_pkey PRIMARY KEY (id),
  constraint notice_attachments_added_by_fkey FOREIGN KEY (added_by) REFERENCES staff_users(id),
  constraint notice_attachments_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint notice_attachments_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
);
comment on table notice_attachments is 'Files beside an announcement, looked through before they were taken (S-120).';
CREATE INDEX notice_attachments__added_by ON public.notice_attachments USING btree (added_by);
CREATE INDEX notice_attachments__agency_code ON public.notice_attachments USING btree (agency_code);
CREATE INDEX notice_attachments__file_id ON public.notice_attachments USING btree (file_id);
CREATE INDEX notice_attachments__notice_id ON public.notice_attachments USING btree (notice_id);
alter table notice_attachments enable row level security;
create policy notice_attachments__add on notice_attachments for insert to office_face with check (((agency_code = app_agency_code()) AND (added_by = app_officer_id())));
create policy notice_attachments__below on notice_attachments for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy notice_attachments__kept on notice_attachments for select to reporter, worker using (true);
create policy notice_attachments__out on notice_attachments for select to public_face using ((EXISTS ( SELECT 1
   FROM notices n
  WHERE ((n.id = notice_attachments.notice_id) AND (notice_attachments.id = ANY (n.attachment_ids))))));
create policy notice_attachments__own on notice_attachments for select to office_face using ((agency_code = app_agency_code()));
grant insert, select on table notice_attachments to office_face;
grant select on table notice_attachments to public_face;
grant select on table notice_attachments to reporter;
grant select on table notice_attachments to worker;

create table notice_takedowns (
  id uuid not null,
  notice_id uuid not null,
  agency_code text not null,
  title text not null,
  upper_code text not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_person_id uuid not null,
  proposed_at timestamp with time zone not null,
  state text default 'proposed'::text not null,
  decided_by uuid,
  decided_person_id uuid,
  decided_at timestamp with time zone,
  constraint notice_takedowns_pkey PRIMARY KEY (id),
  constraint notice_takedowns_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint notice_takedowns_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint notice_takedowns_decided_person_id_fkey FOREIGN KEY (decided_person_id) REFERENCES staff_people(id),
  constraint notice_takedowns_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices(id),
  constraint notice_takedowns_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff_users(id),
  constraint notice_takedowns_proposed_person_id_fkey FOREIGN KEY (proposed_person_id) REFERENCES staff_people(id),
  constraint notice_takedowns_upper_code_fkey FOREIGN KEY (upper_code) REFERENCES agencies(code),
  constraint notice_takedowns__decided CHECK ((((state = 'proposed'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (decided_person_id IS NULL)))),
  constraint notice_takedowns__reason CHECK (((length(reason) >= 1) AND (length(reason) <= 200))),
  constraint notice_takedowns__state CHECK ((state = ANY (ARRAY['proposed'::text, 'done'::text, 'declined'::text]))),
  constraint notice_takedowns__two_persons CHECK ((decided_person_id <> proposed_person_id)),
  constraint notice_takedowns__upper CHECK ((upper_code <> agency_code))
);
comment on table notice_takedowns is 'Announcements that an upper office wants taken down or has taken down (PUB-5).';
CREATE INDEX notice_takedowns__agency_code ON public.notice_takedowns USING btree (agency_code, proposed_at DESC);
CREATE INDEX notice_takedowns__decided_by ON public.notice_takedowns USING btree (decided_by);
CREATE INDEX notice_takedowns__decided_person_id ON public.notice_takedowns USING btree (decided_person_id);
CREATE INDEX notice_takedowns__notice_id ON public.notice_takedowns USING btree (notice_id);
CREATE UNIQUE INDEX notice_takedowns__open ON public.notice_takedowns USING btree (notice_id) WHERE (state = 'proposed'::text);
CREATE INDEX notice_takedowns__proposed_by ON public.notice_takedowns USING btree (proposed_by);
CREATE INDEX notice_takedowns__proposed_person_id ON public.notice_takedowns USING btree (proposed_person_id);
CREATE INDEX notice_takedowns__upper_code ON public.notice_takedowns USING btree (upper_code, proposed_at DESC);
alter table notice_takedowns enable row level security;
create policy notice_takedowns__decide on notice_takedowns for update to office_face using (((upper_code = app_agency_code()) AND (state = 'proposed'::text))) with check (((upper_code = app_agency_code()) AND (decided_by = app_officer_id())));
create policy notice_takedowns__kept on notice_takedowns for select to reporter, worker using (true);
create policy notice_takedowns__propose on notice_takedowns for insert to office_face with check (((upper_code = app_agency_code()) AND (proposed_by = app_officer_id()) AND (state = 'proposed'::text) AND agency_is_under(agency_code, app_agency_code())));
create policy notice_takedowns__told on notice_takedowns for select to office_face using (((agency_code = app_agency_code()) AND (state = 'done'::text)));
create policy notice_takedowns__upper on notice_takedowns for select to office_face using ((upper_code = app_agency_code()));
grant insert, select on table notice_takedowns to office_face;
grant select on table notice_takedowns to reporter;
grant select on table notice_takedowns to worker;
grant update (state, decided_by, decided_person_id, decided_at) on table notice_takedowns to office_face;

create table notice_versions (
  notice_id uuid not null,
  version integer not null,
  agency_code text not null,
  state text default 'draft'::text not null,
  revision integer default 1 not null,
  title text not null,
  body text not null,
  html text not null,
  business text not null,
  region_code text not null,
  is_pinned boolean default false not null,
  published_at timestamp with time zone,
  taken_down_at timestamp with time zone,
  attachment_ids uuid[] default '{}'::uuid[] not null,
  override_reason text,
  written_by uuid not null,
  written_person_id uuid not null,
  written_at timestamp with time zone not null,
  needs_second boolean default true not null,
  submitted_at timestamp with time zone,
  decided_by uuid,
  decided_person_id uuid,
  decided_at timestamp with time zone,
  note text,
  constraint notice_versions_pkey PRIMARY KEY (notice_id, version),
  constraint notice_versions_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint notice_versions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint notice_versions_decided_person_id_fkey FOREIGN KEY (decided_person_id) REFERENCES staff_people(id),
  constraint notice_versions_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint notice_versions_written_by_fkey FOREIGN KEY (written_by) REFERENCES staff_users(id),
  constraint notice_versions_written_person_id_fkey FOREIGN KEY (written_person_id) REFERENCES staff_people(id),
  constraint notice_versions__business CHECK ((business = ANY (ARRAY['all'::text, 'recognition'::text, 'registration'::text, 'certificate'::text]))),
  constraint notice_versions__decided CHECK (((state = ANY (ARRAY['approved'::text, 'returned'::text])) = (decided_at IS NOT NULL))),
  constraint notice_versions__second_person CHECK (((state <> 'approved'::text) OR (NOT needs_second) OR (decided_person_id <> written_person_id))),
  constraint notice_versions__state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text]))),
  constraint notice_versions__submitted CHECK (((state = ANY (ARRAY['submitted'::text, 'approved'::text])) <= (submitted_at IS NOT NULL))),
  constraint notice_versions__version CHECK ((version > 0)),
  constraint notice_versions__window CHECK ((taken_down_at > published_at))
);
comment on table notice_versions is 'Announcements as offices write, submit and approve them; every version stays (PUB-5).';
CREATE INDEX notice_versions__agency_code ON public.notice_versions USING btree (agency_code, written_at DESC, notice_id);
CREATE INDEX notice_versions__decided_by ON public.notice_versions USING btree (decided_by);
CREATE INDEX notice_versions__decided_person_id ON public.notice_versions USING btree (decided_person_id);
CREATE UNIQUE INDEX notice_versions__open ON public.notice_versions USING btree (notice_id) WHERE (state <> 'approved'::text);
CREATE INDEX notice_versions__region_code ON public.notice_versions USING btree (region_code);
CREATE INDEX notice_versions__written_by ON public.notice_versions USING btree (written_by);
CREATE INDEX notice_versions__written_person_id ON public.notice_versions USING btree (written_person_id);
alter table notice_versions enable row level security;
create policy notice_versions__below on notice_versions for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy notice_versions__change on notice_versions for update to office_face using (((agency_code = app_agency_code()) AND (state <> 'approved'::text))) with check ((agency_code = app_agency_code()));
create policy notice_versions__own on notice_versions for select to office_face using ((agency_code = app_agency_code()));
create policy notice_versions__write on notice_versions for insert to office_face with check (((agency_code = app_agency_code()) AND (written_by = app_officer_id()) AND (state = 'draft'::text)));
grant insert, select on table notice_versions to office_face;
grant select on table notice_versions to reporter;
grant select on table notice_versions to worker;
grant update (state, revision, title, body, html, business, region_code, is_pinned, published_at, taken_down_at, attachment_ids, override_reason, written_by, written_person_id, written_at, needs_second, submitted_at, decided_by, decided_person_id, decided_at, note) on table notice_versions to office_face;

create table notices (
  id uuid not null,
  title text not null,
  published_at timestamp with time zone not null,
  taken_down_at timestamp with time zone,
  agency_code text not null,
  version integer default 1 not null,
  html text not null,
  business text default 'all'::text not null,
  region_code text not null,
  is_pinned boolean default false not null,
  attachment_ids uuid[] default '{}'::uuid[] not null,
  search_text text default ''::text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdraw_reason text,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint notices_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint notices_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES staff_users(id),
  constraint notices__business CHECK ((business = ANY (ARRAY['all'::text, 'recognition'::text, 'registration'::text, 'certificate'::text]))),
  constraint notices__window CHECK ((taken_down_at > published_at)),
  constraint notices__withdrawn CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdraw_reason IS NULL))))
);
comment on table notices is 'Announcements as the public reads them, each in the version that was approved last (PUB-5).';
CREATE INDEX notices__agency_code ON public.notices USING btree (agency_code, published_at DESC);
CREATE INDEX notices__published_at ON public.notices USING btree (is_pinned DESC, published_at DESC, id DESC);
CREATE INDEX notices__region_code ON public.notices USING btree (region_code);
CREATE INDEX notices__withdrawn_by ON public.notices USING btree (withdrawn_by);
CREATE TRIGGER notices__note_row_change AFTER INSERT OR DELETE OR UPDATE ON notices FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table notices enable row level security;
create policy notices__below on notices for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy notices__kept on notices for select to reporter, worker using (true);
create policy notices__out on notices for select to partner_face, public_face using (((published_at <= app_now()) AND ((taken_down_at IS NULL) OR (taken_down_at > app_now())) AND (withdrawn_at IS NULL)));
create policy notices__own on notices for select to office_face using ((agency_code = app_agency_code()));
create policy notices__withdraw on notices for update to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant select on table notices to office_face;
grant select on table notices to partner_face;
grant select on table notices to public_face;
grant select on table notices to reporter;
grant select on table notices to worker;
grant update (withdrawn_at, withdrawn_by, withdraw_reason) on table notices to office_face;

create table online_cases (
  application_id uuid not null,
  agency_code text not null,
  point_id uuid not null,
  state text not null,
  lane text not null,
  handed_in_at timestamp with time zone not null,
  is_open boolean default true not null,
  constraint online_cases_pkey PRIMARY KEY (application_id),
  constraint online_cases_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint online_cases_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint online_cases_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint online_cases__lane CHECK ((lane = ANY (ARRAY['pass'::text, 'supplement'::text, 'on-site'::text]))),
  constraint online_cases__state CHECK ((state = ANY (ARRAY['handed-in'::text, 'supplement'::text, 'on-site'::text])))
);
comment on table online_cases is 'Cases whose materials were handed in online: whose turn it is and the lane of the triage.';
CREATE INDEX online_cases__point_id ON public.online_cases USING btree (point_id);
CREATE INDEX online_cases__queue ON public.online_cases USING btree (agency_code, state, lane, handed_in_at, application_id) WHERE is_open;
CREATE INDEX online_cases__state ON public.online_cases USING btree (agency_code, state, handed_in_at, application_id) WHERE is_open;
alter table online_cases enable row level security;
create policy online_cases__agency on online_cases for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check ((agency_code = app_agency_code()));
create policy online_cases__own on online_cases for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = online_cases.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = online_cases.application_id))));
create policy online_cases__worker on online_cases for select to worker using (true);
grant insert, select, update on table online_cases to public_face;
grant select on table online_cases to worker;
grant select, update on table online_cases to office_face;

create table phone_codes (
  id uuid not null,
  purpose text not null,
  phone_index bytea not null,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  constraint phone_codes_pkey PRIMARY KEY (id),
  constraint phone_codes__purpose CHECK ((purpose = ANY (ARRAY['register'::text, 'certificate-query'::text, 'consultation'::text])))
);
comment on table phone_codes is 'Codes sent to phones: one purpose, one device, five tries, five minutes.';
CREATE INDEX phone_codes__expires_at ON public.phone_codes USING btree (expires_at);
grant delete, select on table phone_codes to worker;
grant insert, select, update on table phone_codes to public_face;

create table phone_sends (
  phone_index bytea not null,
  purpose text not null,
  last_at timestamp with time zone not null,
  day date not null,
  sent_on_day integer not null,
  constraint phone_sends_pkey PRIMARY KEY (phone_index, purpose)
);
comment on table phone_sends is 'One row a phone and purpose: 60 seconds apart, five a day, decided atomically (S-012).';
grant delete, select on table phone_sends to worker;
grant insert, select, update on table phone_sends to public_face;

create table plan_publications (
  id uuid not null,
  plan_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  submission_id uuid,
  order_number text,
  order_signer text,
  order_reason text,
  publish_at timestamp with time zone not null,
  published_by uuid,
  in_force_at timestamp with time zone,
  constraint plan_publications_pkey PRIMARY KEY (id),
  constraint plan_publications__agency_code_order_number UNIQUE (agency_code, order_number),
  constraint plan_publications__plan_id_number UNIQUE (plan_id, number),
  constraint plan_publications__submission_id UNIQUE (submission_id),
  constraint plan_publications__plan FOREIGN KEY (plan_id, agency_code) REFERENCES plans(id, agency_code) ON UPDATE CASCADE,
  constraint plan_publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES staff_users(id),
  constraint plan_publications_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES plan_submissions(id),
  constraint plan_publications__in_force CHECK ((in_force_at >= publish_at)),
  constraint plan_publications__order CHECK ((num_nonnulls(order_number, order_signer, order_reason) = ANY (ARRAY[0, 3]))),
  constraint plan_publications__source CHECK (((submission_id IS NULL) OR (order_number IS NULL)))
);
comment on table plan_publications is 'What was published when, in order: first plan, changes, extension orders; append-only, nothing is edited in place.';
CREATE INDEX plan_publications__agency_code ON public.plan_publications USING btree (agency_code);
CREATE INDEX plan_publications__published_by ON public.plan_publications USING btree (published_by);
alter table plan_publications enable row level security;
create policy plan_publications__agency on plan_publications for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy plan_publications__below on plan_publications for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy plan_publications__children on plan_publications for select to office_face using ((agency_code = ANY (( SELECT app_agency_children() AS app_agency_children)::text[])));
create policy plan_publications__worker on plan_publications for select to worker using (true);
grant insert, select on table plan_publications to office_face;
grant select on table plan_publications to worker;

create table plan_reviews (
  submission_id uuid not null,
  handed_in_person_id uuid not null,
  agency_code text not null,
  approved boolean not null,
  reason text,
  reviewed_by uuid not null,
  reviewer_person_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint plan_reviews_pkey PRIMARY KEY (submission_id),
  constraint plan_reviews__submission FOREIGN KEY (submission_id, handed_in_person_id) REFERENCES plan_submissions(id, handed_in_person_id),
  constraint plan_reviews_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint plan_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_users(id),
  constraint plan_reviews_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint plan_reviews__reason CHECK ((approved OR (reason IS NOT NULL))),
  constraint plan_reviews__two_persons CHECK ((reviewer_person_id <> handed_in_person_id))
);
comment on table plan_reviews is 'Approval or return of a plan by the level above, by another person; append-only.';
CREATE INDEX plan_reviews__agency_code ON public.plan_reviews USING btree (agency_code);
CREATE INDEX plan_reviews__handed_in_person_id ON public.plan_reviews USING btree (submission_id, handed_in_person_id);
CREATE INDEX plan_reviews__reviewed_by ON public.plan_reviews USING btree (reviewed_by);
CREATE INDEX plan_reviews__reviewer_person_id ON public.plan_reviews USING btree (reviewer_person_id);
alter table plan_reviews enable row level security;
create policy plan_reviews__read on plan_reviews for select to office_face using ((EXISTS ( SELECT 1
   FROM plan_submissions s
  WHERE (s.id = plan_reviews.submission_id))));
create policy plan_reviews__superior on plan_reviews for insert to office_face with check (((agency_code = app_agency_code()) AND (reviewed_by = app_officer_id()) AND (EXISTS ( SELECT 1
   FROM (plan_submissions s
     JOIN agencies a ON ((a.code = s.agency_code)))
  WHERE ((s.id = plan_reviews.submission_id) AND (a.parent_code = app_agency_code()))))));
grant insert, select on table plan_reviews to office_face;

create table plan_submissions (
  id uuid not null,
  plan_id uuid not null,
  agency_code text not null,
  number integer not null,
  content jsonb not null,
  findings jsonb not null,
  justifications jsonb not null,
  handed_in_by uuid not null,
  handed_in_person_id uuid not null,
  handed_in_at timestamp with time zone not null,
  constraint plan_submissions_pkey PRIMARY KEY (id),
  constraint plan_submissions__id_handed_in_person_id UNIQUE (id, handed_in_person_id),
  constraint plan_submissions__plan_id_number UNIQUE (plan_id, number),
  constraint plan_submissions__plan FOREIGN KEY (plan_id, agency_code) REFERENCES plans(id, agency_code) ON UPDATE CASCADE,
  constraint plan_submissions_handed_in_by_fkey FOREIGN KEY (handed_in_by) REFERENCES staff_users(id),
  constraint plan_submissions_handed_in_person_id_fkey FOREIGN KEY (handed_in_person_id) REFERENCES staff_people(id)
);
comment on table plan_submissions is 'What was handed in upward, with findings and justifications; append-only.';
CREATE INDEX plan_submissions__agency_code ON public.plan_submissions USING btree (agency_code);
CREATE INDEX plan_submissions__handed_in_by ON public.plan_submissions USING btree (handed_in_by);
CREATE INDEX plan_submissions__handed_in_person_id ON public.plan_submissions USING btree (handed_in_person_id);
alter table plan_submissions enable row level security;
create policy plan_submissions__agency on plan_submissions for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy plan_submissions__below on plan_submissions for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy plan_submissions__children on plan_submissions for select to office_face using ((agency_code = ANY (( SELECT app_agency_children() AS app_agency_children)::text[])));
grant insert, select on table plan_submissions to office_face;

create table plan_tellings (
  publication_id uuid not null,
  application_id uuid not null,
  constraint plan_tellings_pkey PRIMARY KEY (publication_id, application_id),
  constraint plan_tellings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint plan_tellings_publication_id_fkey FOREIGN KEY (publication_id) REFERENCES plan_publications(id)
);
comment on table plan_tellings is 'Who has been told of a change: once each (PLN-5).';
CREATE INDEX plan_tellings__application_id ON public.plan_tellings USING btree (application_id);
alter table plan_tellings enable row level security;
create policy plan_tellings__worker on plan_tellings for all to worker using (true) with check (true);
grant insert, select on table plan_tellings to worker;

create table plan_windows (
  plan_id uuid not null,
  round_id uuid not null,
  agency_code text not null,
  purpose text not null,
  number integer not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  routes text[] not null,
  person_kinds text[] not null,
  constraint plan_windows_pkey PRIMARY KEY (plan_id, purpose, number),
  constraint plan_windows_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint plan_windows_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plans(id),
  constraint plan_windows_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint plan_windows__purpose CHECK ((purpose = ANY (ARRAY['network'::text, 'confirm'::text, 'umbrella'::text, 'school'::text, 'county'::text, 'publicity'::text, 'city'::text, 'province'::text]))),
  constraint plan_windows__window CHECK ((closes_at > opens_at))
);
comment on table plan_windows is 'Phases of 网报, blocks of 确认 and stages of registration in force; without rows the windows of agency_plans hold.';
CREATE INDEX plan_windows__agency_code ON public.plan_windows USING btree (agency_code);
CREATE INDEX plan_windows__round_id_agency_code ON public.plan_windows USING btree (round_id, agency_code);
grant select on table plan_windows to office_face;
grant select on table plan_windows to partner_face;
grant select on table plan_windows to public_face;
grant select on table plan_windows to reporter;
grant select on table plan_windows to worker;

create table plans (
  id uuid not null,
  round_id uuid not null,
  agency_code text not null,
  draft jsonb not null,
  draft_version integer default 1 not null,
  updated_at timestamp with time zone not null,
  constraint plans_pkey PRIMARY KEY (id),
  constraint plans__id_agency_code UNIQUE (id, agency_code),
  constraint plans__round_id_agency_code UNIQUE (round_id, agency_code),
  constraint plans_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint plans_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id)
);
comment on table plans is '认定计划 and 定期注册计划: one an agency and round; its steps and versions stand in the tables below.';
CREATE INDEX plans__agency_code ON public.plans USING btree (agency_code);
CREATE TRIGGER plans__note_row_change AFTER INSERT OR DELETE OR UPDATE ON plans FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table plans enable row level security;
create policy plans__agency on plans for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy plans__below on plans for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy plans__children on plans for select to office_face using ((agency_code = ANY (( SELECT app_agency_children() AS app_agency_children)::text[])));
create policy plans__worker on plans for select to worker using (true);
grant insert, select on table plans to office_face;
grant select on table plans to worker;
grant update (draft, draft_version, updated_at) on table plans to office_face;

create table point_schedules (
  plan_id uuid not null,
  point_id uuid not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  constraint point_schedules_pkey PRIMARY KEY (plan_id, point_id),
  constraint point_schedules_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES agency_plans(id),
  constraint point_schedules_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint point_schedules__window CHECK ((closes_at > opens_at))
);
comment on table point_schedules is 'When a point confirms.';
create policy point_schedules__succeed on point_schedules for all to worker using (true) with check (true);
grant delete, insert, select, update on table point_schedules to worker;
grant select on table point_schedules to office_face;
grant select on table point_schedules to partner_face;
grant select on table point_schedules to public_face;
grant select on table point_schedules to reporter;

create table point_versions (
  point_id uuid not null,
  version integer not null,
  agency_code text not null,
  changes text[] not null,
  value jsonb not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint point_versions_pkey PRIMARY KEY (point_id, version),
  constraint point_versions_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint point_versions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES staff_users(id),
  constraint point_versions_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id)
);
comment on table point_versions is 'How a 确认点 stood after each change and who made it; append-only.';
CREATE INDEX point_versions__agency_code ON public.point_versions USING btree (agency_code);
CREATE INDEX point_versions__changed_by ON public.point_versions USING btree (changed_by);
alter table point_versions enable row level security;
create policy point_versions__agency on point_versions for all to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (app_point_id() IS NULL)));
grant insert, select on table point_versions to office_face;

create table points (
  id uuid not null,
  code text not null,
  agency_code text not null,
  name text not null,
  address text not null,
  scope text not null,
  types smallint[] not null,
  hours text not null,
  desk_count integer not null,
  notices text[] not null,
  is_active boolean default true not null,
  streets text[] default '{}'::text[] not null,
  weekly_hours jsonb default '[{"to": "12:00", "day": 1, "from": "09:00"}, {"to": "17:00", "day": 1, "from": "13:30"}, {"to": "12:00", "day": 2, "from": "09:00"}, {"to": "17:00", "day": 2, "from": "13:30"}, {"to": "12:00", "day": 3, "from": "09:00"}, {"to": "17:00", "day": 3, "from": "13:30"}, {"to": "12:00", "day": 4, "from": "09:00"}, {"to": "17:00", "day": 4, "from": "13:30"}, {"to": "12:00", "day": 5, "from": "09:00"}, {"to": "17:00", "day": 5, "from": "13:30"}, {"to": "12:00", "day": 8, "from": "09:00"}, {"to": "17:00", "day": 8, "from": "13:30"}]'::jsonb not null,
  active_from date,
  active_to date,
  version integer default 1 not null,
  constraint points_pkey PRIMARY KEY (id),
  constraint points__agency_code_name UNIQUE (agency_code, name),
  constraint points_code_key UNIQUE (code),
  constraint points_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint points__active CHECK ((active_to > active_from)),
  constraint points__code CHECK ((code ~ '^\d{5}-\d{2}$'::text)),
  constraint points__desk_count CHECK (((desk_count >= 1) AND (desk_count <= 60)))
);
comment on table points is '确认点 of an agency.';
comment on column points.weekly_hours is 'When the desks are open: day 1 Monday to 7 Sunday, 8 a make-up working day (调休).';
CREATE TRIGGER points__note_row_change AFTER INSERT OR DELETE OR UPDATE ON points FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table points enable row level security;
create policy points__add on points for insert to office_face with check (((agency_code = app_agency_code()) AND (app_point_id() IS NULL)));
create policy points__change on points for update to office_face using (((agency_code = app_agency_code()) AND (app_point_id() IS NULL))) with check ((agency_code = app_agency_code()));
create policy points__read on points for select to office_face, partner_face, public_face, reporter, worker using (true);
create policy points__succeed on points for update to worker using (true) with check (true);
grant insert, select on table points to office_face;
grant select on table points to partner_face;
grant select on table points to public_face;
grant select on table points to reporter;
grant select on table points to worker;
grant update (agency_code) on table points to worker;
grant update (name, address, scope, types, hours, desk_count, notices, is_active, streets, weekly_hours, active_from, active_to, version) on table points to office_face;

create table police_offices (
  id uuid not null,
  agency_code text not null,
  name text not null,
  way text not null,
  area_codes text[] not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint police_offices_pkey PRIMARY KEY (id),
  constraint police_offices_added_by_fkey FOREIGN KEY (added_by) REFERENCES staff_users(id),
  constraint police_offices_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint police_offices_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES staff_users(id),
  constraint police_offices__area_codes CHECK ((array_to_string(area_codes, ','::text) ~ '^((\d\d){1,3}(,(\d\d){1,3})*)?$'::text)),
  constraint police_offices__ended CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint police_offices__name_length CHECK (((char_length(btrim(name)) >= 2) AND (char_length(btrim(name)) <= 60))),
  constraint police_offices__way CHECK ((way = ANY (ARRAY['api'::text, 'file'::text])))
);
comment on table police_offices is 'Police offices an agency asks for 无犯罪记录核查: whom each answers for and in which way.';
CREATE INDEX police_offices__added_by ON public.police_offices USING btree (added_by);
CREATE INDEX police_offices__ended_by ON public.police_offices USING btree (ended_by);
CREATE UNIQUE INDEX police_offices__general ON public.police_offices USING btree (agency_code) WHERE ((ended_at IS NULL) AND (area_codes = '{}'::text[]));
CREATE UNIQUE INDEX police_offices__name ON public.police_offices USING btree (agency_code, name) WHERE (ended_at IS NULL);
alter table police_offices enable row level security;
create policy police_offices__agency on police_offices for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy police_offices__worker on police_offices for select to worker using (true);
grant insert, select on table police_offices to office_face;
grant select on table police_offices to worker;
grant update (ended_by, ended_at) on table police_offices to office_face;

create table policies (
  id uuid not null,
  key text not null,
  scope text not null,
  effective_from date not null,
  effective_to date,
  value jsonb not null,
  source text not null,
  proposal_id uuid,
  constraint policies_pkey PRIMARY KEY (id),
  constraint policies__key_scope_effective_from UNIQUE (key, scope, effective_from),
  constraint policies_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint policies__dates CHECK (((effective_to IS NULL) OR (effective_to > effective_from))),
  constraint policies__no_overlap EXCLUDE USING gist (text_range(key, key, '[]'::text) WITH &&, text_range(scope, scope, '[]'::text) WITH &&, daterange(effective_from, effective_to) WITH &&)
);
comment on table policies is 'Law as data: what holds where and when, with its source.';
CREATE UNIQUE INDEX policies__proposal_id ON public.policies USING btree (proposal_id);
CREATE INDEX policies__scope ON public.policies USING btree (scope);
CREATE TRIGGER policies__note_row_change AFTER INSERT OR DELETE OR UPDATE ON policies FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
grant select on table policies to office_face;
grant select on table policies to partner_face;
grant select on table policies to public_face;
grant select on table policies to reporter;
grant select on table policies to worker;

create table proposals (
  id uuid not null,
  kind text not null,
  scope text not null,
  subject text not null,
  body jsonb not null,
  source text not null,
  reason text not null,
  agency_code text not null,
  proposed_by uuid not null,
  proposed_person_id uuid not null,
  proposed_at timestamp with time zone not null,
  state text default 'open'::text not null,
  decided_by uuid,
  decided_person_id uuid,
  decided_at timestamp with time zone,
  decision_note text,
  constraint proposals_pkey PRIMARY KEY (id),
  constraint proposals__decided_by_decided_person_id FOREIGN KEY (decided_by, decided_person_id) REFERENCES staff_users(id, person_id),
  constraint proposals__proposed_by_proposed_person_id FOREIGN KEY (proposed_by, proposed_person_id) REFERENCES staff_users(id, person_id),
  constraint proposals_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint proposals__decided CHECK ((num_nonnulls(decided_by, decided_person_id, decided_at) =
CASE
    WHEN (state = 'open'::text) THEN 0
    ELSE 3
END)),
  constraint proposals__four_eyes CHECK (((state <> ALL (ARRAY['approved'::text, 'returned'::text])) OR (decided_person_id IS DISTINCT FROM proposed_person_id))),
  constraint proposals__kind CHECK ((kind = ANY (ARRAY['policy-row'::text, 'policy-end'::text, 'calendar-year'::text, 'round'::text, 'closure'::text, 'switch'::text, 'extension'::text]))),
  constraint proposals__scope CHECK ((scope ~ '^(nation|\d{6}|agency:\d{5})$'::text)),
  constraint proposals__state CHECK ((state = ANY (ARRAY['open'::text, 'approved'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint proposals__withdrawn CHECK (((state <> 'withdrawn'::text) OR (decided_person_id = proposed_person_id)))
);
comment on table proposals is 'Proposed changes of policies, calendar and national windows: kept for ever, approved by a second person.';
CREATE INDEX proposals__agency_code ON public.proposals USING btree (agency_code);
CREATE INDEX proposals__decided_by ON public.proposals USING btree (decided_by, decided_person_id);
CREATE INDEX proposals__proposed_at ON public.proposals USING btree (proposed_at DESC, id);
CREATE INDEX proposals__proposed_by ON public.proposals USING btree (proposed_by, proposed_person_id);
CREATE UNIQUE INDEX proposals__scope_subject ON public.proposals USING btree (scope, subject) WHERE (state = 'open'::text);
CREATE INDEX proposals__subject ON public.proposals USING btree (subject, proposed_at DESC);
alter table proposals enable row level security;
create policy proposals__decide on proposals for update to office_face using (((state = 'open'::text) AND scope_is_under(scope, app_agency_code()))) with check (((state <> 'open'::text) AND (decided_by = app_officer_id())));
create policy proposals__propose on proposals for insert to office_face with check (((state = 'open'::text) AND (proposed_by = app_officer_id()) AND (agency_code = app_agency_code()) AND scope_is_under(scope, app_agency_code())));
create policy proposals__read on proposals for select to office_face using (true);
create policy proposals__worker on proposals for select to worker using (true);
grant insert, select on table proposals to office_face;
grant select on table proposals to worker;
grant update (state, decided_by, decided_person_id, decided_at, decision_note) on table proposals to office_face;

create table province_plans (
  id uuid not null,
  round_id uuid not null,
  network_opens_at timestamp with time zone not null,
  network_closes_at timestamp with time zone not null,
  confirm_opens_at timestamp with time zone not null,
  confirm_closes_at timestamp with time zone not null,
  announce_by date,
  complete_by date,
  agency_code text not null,
  constraint province_plans_pkey PRIMARY KEY (id),
  constraint province_plans__round_id_agency_code UNIQUE (round_id, agency_code),
  constraint province_plans_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint province_plans_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id),
  constraint province_plans__confirm CHECK ((confirm_closes_at > confirm_opens_at)),
  constraint province_plans__network CHECK ((network_closes_at > network_opens_at))
);
comment on table province_plans is 'Plan of a province inside a round.';
CREATE INDEX province_plans__agency_code ON public.province_plans USING btree (agency_code);
CREATE TRIGGER province_plans__note_row_change AFTER INSERT OR DELETE OR UPDATE ON province_plans FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
grant select on table province_plans to office_face;
grant select on table province_plans to partner_face;
grant select on table province_plans to public_face;
grant select on table province_plans to reporter;
grant select on table province_plans to worker;

create table puzzles (
  id uuid not null,
  background bytea not null,
  piece bytea not null,
  gap_x integer not null,
  gap_y integer not null,
  width integer not null,
  height integer not null,
  piece_size integer not null,
  created_at timestamp with time zone default app_now() not null,
  constraint puzzles_pkey PRIMARY KEY (id)
);
comment on table puzzles is 'Pool of ready slider puzzles, made by a job.';
grant delete, insert, select on table puzzles to worker;
grant select on table puzzles to public_face;

create table question_votes (
  question_id uuid not null,
  device_hash bytea not null,
  is_solved boolean not null,
  voted_on date not null,
  constraint question_votes_pkey PRIMARY KEY (question_id, device_hash),
  constraint question_votes_question_id_fkey FOREIGN KEY (question_id) REFERENCES questions(id) ON DELETE CASCADE
);
comment on table question_votes is 'Whether an answer helped, one voice a device; holds nothing of the person.';
alter table question_votes enable row level security;
create policy question_votes__give on question_votes for all to public_face using (true) with check (true);
create policy question_votes__read on question_votes for select to office_face, reporter using (true);
grant insert, select, update on table question_votes to public_face;
grant select on table question_votes to office_face;
grant select on table question_votes to reporter;

create table questions (
  id uuid not null,
  agency_code text not null,
  category text not null,
  business text not null,
  region_code text not null,
  question text not null,
  answer text not null,
  keywords text[] default '{}'::text[] not null,
  "position" integer default 100 not null,
  is_published boolean default false not null,
  revision integer default 1 not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint questions_pkey PRIMARY KEY (id),
  constraint questions_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint questions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES staff_users(id),
  constraint questions_region_code_fkey FOREIGN KEY (region_code) REFERENCES regions(code),
  constraint questions__business CHECK ((business = ANY (ARRAY['all'::text, 'recognition'::text, 'registration'::text, 'certificate'::text])))
);
comment on table questions is '常见问题 (PUB-6).';
CREATE INDEX questions__agency_code ON public.questions USING btree (agency_code);
CREATE INDEX questions__changed_by ON public.questions USING btree (changed_by);
CREATE INDEX questions__region_code ON public.questions USING btree (region_code);
alter table questions enable row level security;
create policy questions__add on questions for insert to office_face with check (((agency_code = app_agency_code()) AND (changed_by = app_officer_id())));
create policy questions__change on questions for update to office_face using ((agency_code = app_agency_code())) with check (((agency_code = app_agency_code()) AND (changed_by = app_officer_id())));
create policy questions__out on questions for select to partner_face, public_face using (is_published);
create policy questions__read on questions for select to office_face, reporter, worker using (true);
grant insert, select on table questions to office_face;
grant select on table questions to partner_face;
grant select on table questions to public_face;
grant select on table questions to reporter;
grant select on table questions to worker;
grant update (category, business, region_code, question, answer, keywords, "position", is_published, revision, changed_by, changed_at) on table questions to office_face;

create table queue_days (
  point_id uuid not null,
  day date not null,
  agency_code text not null,
  last_number integer default 0 not null,
  constraint queue_days_pkey PRIMARY KEY (point_id, day),
  constraint queue_days_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint queue_days_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id)
);
comment on table queue_days is 'Counter of the numbers of one point and day; its row lock orders taking and calling.';
CREATE INDEX queue_days__agency_code ON public.queue_days USING btree (agency_code);
alter table queue_days enable row level security;
create policy queue_days__agency on queue_days for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
grant insert, select, update on table queue_days to office_face;

create table queue_tickets (
  id uuid not null,
  point_id uuid not null,
  agency_code text not null,
  day date not null,
  number integer not null,
  previous_number integer generated always as (
CASE
    WHEN (number > 1) THEN (number - 1)
    ELSE NULL::integer
END) stored,
  application_id uuid not null,
  appointment_id uuid,
  kind text not null,
  priority_reason text,
  slot_starts_at timestamp with time zone,
  state text default 'waiting'::text not null,
  desk integer,
  calls integer default 0 not null,
  queued_at timestamp with time zone not null,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  called_at timestamp with time zone,
  called_by uuid,
  ended_at timestamp with time zone,
  constraint queue_tickets_pkey PRIMARY KEY (id),
  constraint queue_tickets__point_id_day_number UNIQUE (point_id, day, number),
  constraint queue_tickets__previous FOREIGN KEY (point_id, day, previous_number) REFERENCES queue_tickets(point_id, day, number),
  constraint queue_tickets_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint queue_tickets_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint queue_tickets_appointment_id_fkey FOREIGN KEY (appointment_id) REFERENCES appointments(id),
  constraint queue_tickets_called_by_fkey FOREIGN KEY (called_by) REFERENCES staff_users(id),
  constraint queue_tickets_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint queue_tickets_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff_users(id),
  constraint queue_tickets__booked CHECK (((kind <> 'booked'::text) OR (slot_starts_at IS NOT NULL))),
  constraint queue_tickets__called CHECK (((state = 'called'::text) <= ((desk IS NOT NULL) AND (called_at IS NOT NULL) AND (called_by IS NOT NULL)))),
  constraint queue_tickets__ended CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['done'::text, 'absent'::text])))),
  constraint queue_tickets__kind CHECK ((kind = ANY (ARRAY['booked'::text, 'late'::text, 'walk-in'::text, 'priority'::text]))),
  constraint queue_tickets__number CHECK ((number >= 1)),
  constraint queue_tickets__priority CHECK (((kind = 'priority'::text) = (priority_reason IS NOT NULL))),
  constraint queue_tickets__state CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'skipped'::text, 'done'::text, 'absent'::text])))
);
comment on table queue_tickets is '排号: numbers of one point and day in the order they were taken, never given back.';
CREATE INDEX queue_tickets__agency_code ON public.queue_tickets USING btree (agency_code);
CREATE INDEX queue_tickets__appointment_id ON public.queue_tickets USING btree (appointment_id);
CREATE INDEX queue_tickets__called_by ON public.queue_tickets USING btree (called_by);
CREATE UNIQUE INDEX queue_tickets__one_at_desk ON public.queue_tickets USING btree (point_id, day, desk) WHERE (state = 'called'::text);
CREATE UNIQUE INDEX queue_tickets__one_live ON public.queue_tickets USING btree (application_id, day) WHERE (state = ANY (ARRAY['waiting'::text, 'called'::text, 'skipped'::text]));
CREATE INDEX queue_tickets__previous ON public.queue_tickets USING btree (point_id, day, previous_number);
CREATE INDEX queue_tickets__state ON public.queue_tickets USING btree (point_id, day, state);
CREATE INDEX queue_tickets__taken_by ON public.queue_tickets USING btree (taken_by);
alter table queue_tickets enable row level security;
create policy queue_tickets__agency on queue_tickets for all to office_face using (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id())))) with check (((agency_code = app_agency_code()) AND ((app_point_id() IS NULL) OR (point_id = app_point_id()))));
create policy queue_tickets__own on queue_tickets for select to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = queue_tickets.application_id))));
grant insert, select on table queue_tickets to office_face;
grant select on table queue_tickets to public_face;
grant update (kind, state, desk, calls, queued_at, called_at, called_by, ended_at) on table queue_tickets to office_face;

create unlogged table rate_counters (
  key bytea not null,
  arrival_at timestamp with time zone not null,
  constraint rate_counters_pkey PRIMARY KEY (key)
);
comment on table rate_counters is 'Shared rate limits (GCRA): one timestamp per hashed key. Unlogged: a crash forgives everybody.';
grant delete, insert, select, update on table rate_counters to office_face;
grant delete, insert, select, update on table rate_counters to partner_face;
grant delete, insert, select, update on table rate_counters to public_face;
grant delete, insert, select, update on table rate_counters to worker;

create table rating_counters (
  agency_code text not null,
  month text not null,
  score integer not null,
  count bigint not null,
  constraint rating_counters_pkey PRIMARY KEY (agency_code, month, score),
  constraint rating_counters_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint rating_counters__month CHECK ((month ~ '^\d{4}-\d{2}$'::text))
);
comment on table rating_counters is 'Ratings by agency, month and score, kept by the rating transaction.';
alter table rating_counters enable row level security;
create policy rating_counters__agency on rating_counters for select to office_face using ((agency_code = app_agency_code()));
create policy rating_counters__below on rating_counters for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
grant select on table rating_counters to office_face;

create table regions (
  code text not null,
  name text not null,
  level text not null,
  parent_code text,
  constraint regions_pkey PRIMARY KEY (code),
  constraint regions_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES regions(code),
  constraint regions__level CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text])))
);
comment on table regions is 'GB/T 2260 down to county level.';
CREATE INDEX regions__parent_code ON public.regions USING btree (parent_code);
grant select on table regions to office_face;
grant select on table regions to partner_face;
grant select on table regions to public_face;
grant select on table regions to reporter;
grant select on table regions to worker;

create table restriction_checks (
  id uuid not null,
  account_id uuid not null,
  application_id uuid,
  moment text not null,
  checked_at timestamp with time zone not null,
  outcome text not null,
  restriction_id uuid,
  constraint restriction_checks_pkey PRIMARY KEY (id),
  constraint restriction_checks_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint restriction_checks_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint restriction_checks__moment CHECK ((moment = ANY (ARRAY['start'::text, 'submit'::text, 'conclusion'::text, 'numbering'::text, 'print'::text, 'hand-over'::text]))),
  constraint restriction_checks__outcome CHECK ((outcome = ANY (ARRAY['clear'::text, 'barred'::text, 'held'::text])))
);
comment on table restriction_checks is 'Each look into the 限制库 and what it found.';
CREATE INDEX restriction_checks__application_id ON public.restriction_checks USING btree (application_id);
CREATE UNIQUE INDEX restriction_checks__id_application_id ON public.restriction_checks USING btree (id, application_id);
alter table restriction_checks enable row level security;
create policy restriction_checks__agency on restriction_checks for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = restriction_checks.application_id)))) with check (app_holds_case(application_id));
create policy restriction_checks__own on restriction_checks for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy restriction_checks__worker on restriction_checks for all to worker using (true) with check (true);
grant insert, select on table restriction_checks to office_face;
grant insert, select on table restriction_checks to public_face;
grant insert, select on table restriction_checks to worker;

create table restriction_entries (
  id uuid not null,
  purpose text not null,
  corrects_id uuid,
  agency_code text not null,
  kind text not null,
  name text not null,
  document_type text not null,
  number_sealed bytea not null,
  person_index bytea not null,
  decided_on date not null,
  ends_on date,
  authority text not null,
  decision_number text not null,
  cause_sealed bytea not null,
  decision_file_id uuid not null,
  late_reason text,
  correction_reason text,
  state text default 'pending'::text not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  review_agency_code text not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  return_reason text,
  constraint restriction_entries_pkey PRIMARY KEY (id),
  constraint restriction_entries_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint restriction_entries_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES restriction_entries(id),
  constraint restriction_entries_decision_file_id_fkey FOREIGN KEY (decision_file_id) REFERENCES files(id),
  constraint restriction_entries_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES staff_people(id),
  constraint restriction_entries_review_agency_code_fkey FOREIGN KEY (review_agency_code) REFERENCES agencies(code),
  constraint restriction_entries_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_people(id),
  constraint restriction_entries__corrects CHECK ((((purpose = 'entry'::text) = (corrects_id IS NULL)) AND ((purpose = 'entry'::text) = (correction_reason IS NULL)))),
  constraint restriction_entries__dates CHECK (((ends_on IS NULL) OR (ends_on >= decided_on))),
  constraint restriction_entries__document_type CHECK ((document_type = ANY (ARRAY['resident-id'::text, 'hmt-residence-permit'::text, 'hk-macao-permit'::text, 'taiwan-permit'::text]))),
  constraint restriction_entries__kind CHECK ((kind = ANY (ARRAY['lost'::text, 'revoked-fraud'::text, 'revoked-conduct'::text, 'exam-cheat'::text, 'licence-revoked'::text, 'work-ban'::text]))),
  constraint restriction_entries__purpose CHECK ((purpose = ANY (ARRAY['entry'::text, 'correction'::text, 'release'::text]))),
  constraint restriction_entries__release CHECK (((purpose <> 'release'::text) OR (state = ANY (ARRAY['pending'::text, 'returned'::text, 'done'::text])))),
  constraint restriction_entries__returned CHECK (((state = 'returned'::text) = (return_reason IS NOT NULL))),
  constraint restriction_entries__reviewed CHECK ((((state = 'pending'::text) = (reviewed_at IS NULL)) AND ((reviewed_at IS NULL) = (reviewed_by IS NULL)))),
  constraint restriction_entries__state CHECK ((state = ANY (ARRAY['pending'::text, 'effective'::text, 'returned'::text, 'void'::text, 'done'::text]))),
  constraint restriction_entries__two_persons CHECK ((reviewed_by <> entered_by))
);
comment on table restriction_entries is '限制库 entries as the offices made them, with review and corrections; append-only but for the review. Class C4.';
CREATE INDEX restriction_entries__agency_code ON public.restriction_entries USING btree (agency_code, entered_at DESC, id);
CREATE INDEX restriction_entries__corrects_id ON public.restriction_entries USING btree (corrects_id);
CREATE INDEX restriction_entries__decision_file_id ON public.restriction_entries USING btree (decision_file_id);
CREATE INDEX restriction_entries__entered_by ON public.restriction_entries USING btree (entered_by);
CREATE UNIQUE INDEX restriction_entries__one_correction ON public.restriction_entries USING btree (corrects_id) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX restriction_entries__one_decision ON public.restriction_entries USING btree (person_index, kind, decision_number) WHERE ((purpose = 'entry'::text) AND (state = ANY (ARRAY['pending'::text, 'effective'::text])));
CREATE INDEX restriction_entries__person_index ON public.restriction_entries USING btree (person_index);
CREATE INDEX restriction_entries__review ON public.restriction_entries USING btree (review_agency_code, entered_at, id) WHERE (state = 'pending'::text);
CREATE INDEX restriction_entries__reviewed_by ON public.restriction_entries USING btree (reviewed_by);
CREATE TRIGGER restriction_entries__frozen BEFORE UPDATE ON restriction_entries FOR EACH ROW EXECUTE FUNCTION private.check_restriction_review();
CREATE TRIGGER restriction_entries__note_row_change AFTER INSERT OR DELETE OR UPDATE ON restriction_entries FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
CREATE TRIGGER restriction_entries__project AFTER INSERT OR UPDATE ON restriction_entries FOR EACH ROW EXECUTE FUNCTION private.project_restriction();
alter table restriction_entries enable row level security;
create policy restriction_entries__enter on restriction_entries for insert to office_face with check ((agency_code = app_agency_code()));
create policy restriction_entries__line on restriction_entries for select to office_face using (((agency_code = app_agency_code()) OR (review_agency_code = app_agency_code()) OR agency_is_under(agency_code, app_agency_code())));
create policy restriction_entries__review on restriction_entries for update to office_face using ((review_agency_code = app_agency_code())) with check ((review_agency_code = app_agency_code()));
create policy restriction_entries__worker on restriction_entries for select to worker using (true);
grant insert, select on table restriction_entries to office_face;
grant select on table restriction_entries to worker;
grant update (state, reviewed_by, reviewed_at, return_reason) on table restriction_entries to office_face;

create table restriction_hits (
  id uuid not null,
  entry_id uuid not null,
  agency_code text not null,
  application_id uuid,
  certificate_id uuid,
  found_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  closing_note text,
  constraint restriction_hits_pkey PRIMARY KEY (id),
  constraint restriction_hits__entry_id_application_id UNIQUE (entry_id, application_id),
  constraint restriction_hits__entry_id_certificate_id UNIQUE (entry_id, certificate_id),
  constraint restriction_hits_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint restriction_hits_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint restriction_hits_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id),
  constraint restriction_hits_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES staff_people(id),
  constraint restriction_hits_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES restrictions(id),
  constraint restriction_hits__closed CHECK (((closed_at IS NULL) = (closing_note IS NULL))),
  constraint restriction_hits__object CHECK (((application_id IS NULL) <> (certificate_id IS NULL)))
);
comment on table restriction_hits is 'Running cases and holders an entry concerns, as work of the agency that has them (RES-6).';
CREATE INDEX restriction_hits__agency_code ON public.restriction_hits USING btree (agency_code, found_at DESC, id);
CREATE INDEX restriction_hits__application_id ON public.restriction_hits USING btree (application_id);
CREATE INDEX restriction_hits__certificate_id ON public.restriction_hits USING btree (certificate_id);
CREATE INDEX restriction_hits__closed ON public.restriction_hits USING btree (agency_code, found_at, id) WHERE (closed_at IS NOT NULL);
CREATE INDEX restriction_hits__closed_by ON public.restriction_hits USING btree (closed_by);
CREATE INDEX restriction_hits__open ON public.restriction_hits USING btree (agency_code, found_at, id) WHERE (closed_at IS NULL);
alter table restriction_hits enable row level security;
create policy restriction_hits__agency on restriction_hits for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy restriction_hits__worker on restriction_hits for all to worker using (true) with check (true);
grant insert, select, update on table restriction_hits to worker;
grant select on table restriction_hits to office_face;
grant update (closed_at, closed_by, closing_note) on table restriction_hits to office_face;

create table restriction_warnings (
  id uuid not null,
  agency_code text not null,
  year integer not null,
  correction_id uuid not null,
  raised_at timestamp with time zone not null,
  mend_by date not null,
  answered_at timestamp with time zone,
  answered_by uuid,
  statement text,
  constraint restriction_warnings_pkey PRIMARY KEY (id),
  constraint restriction_warnings__agency_code_year UNIQUE (agency_code, year),
  constraint restriction_warnings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint restriction_warnings_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff_people(id),
  constraint restriction_warnings_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES restriction_entries(id),
  constraint restriction_warnings__answered CHECK ((((answered_at IS NULL) = (statement IS NULL)) AND ((answered_at IS NULL) = (answered_by IS NULL))))
);
comment on table restriction_warnings is '通报警示 of an agency with two or more wrong entries in a calendar year, with the day to mend by (RES-3).';
CREATE INDEX restriction_warnings__answered_by ON public.restriction_warnings USING btree (answered_by);
CREATE INDEX restriction_warnings__correction_id ON public.restriction_warnings USING btree (correction_id);
alter table restriction_warnings enable row level security;
create policy restriction_warnings__answer on restriction_warnings for update to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy restriction_warnings__line on restriction_warnings for select to office_face using (((agency_code = app_agency_code()) OR agency_is_under(agency_code, app_agency_code())));
create policy restriction_warnings__raise on restriction_warnings for insert to office_face with check (agency_is_under(agency_code, app_agency_code()));
grant insert, select on table restriction_warnings to office_face;
grant update (answered_at, answered_by, statement) on table restriction_warnings to office_face;

create table restrictions (
  id uuid not null,
  person_index bytea not null,
  name text not null,
  kind text not null,
  starts_on date not null,
  ends_on date,
  state text not null,
  decision_number text not null,
  decided_by text not null,
  entered_at timestamp with time zone default app_now() not null,
  constraint restrictions_pkey PRIMARY KEY (id),
  constraint restrictions__dates CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint restrictions__kind CHECK ((kind = ANY (ARRAY['lost'::text, 'revoked-fraud'::text, 'revoked-conduct'::text, 'exam-cheat'::text, 'licence-revoked'::text, 'work-ban'::text]))),
  constraint restrictions__state CHECK ((state = ANY (ARRAY['pending'::text, 'effective'::text, 'void'::text])))
);
comment on table restrictions is '限制库: bars on persons; pending entries already hold conclusions. Class C4.';
CREATE INDEX restrictions__name ON public.restrictions USING btree (name) WHERE (state <> 'void'::text);
CREATE INDEX restrictions__person_index ON public.restrictions USING btree (person_index) WHERE (state <> 'void'::text);
grant insert, select on table restrictions to worker;

create table review_request_files (
  request_id uuid not null,
  file_id uuid not null,
  title text not null,
  constraint review_request_files_pkey PRIMARY KEY (request_id, file_id),
  constraint review_request_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint review_request_files_request_id_fkey FOREIGN KEY (request_id) REFERENCES review_requests(id)
);
comment on table review_request_files is 'Papers handed in with a review request.';
CREATE INDEX review_request_files__file_id ON public.review_request_files USING btree (file_id);
alter table review_request_files enable row level security;
create policy review_request_files__agency on review_request_files for select to office_face using ((EXISTS ( SELECT 1
   FROM review_requests r
  WHERE (r.id = review_request_files.request_id))));
create policy review_request_files__own on review_request_files for all to public_face using ((EXISTS ( SELECT 1
   FROM review_requests r
  WHERE (r.id = review_request_files.request_id)))) with check (((EXISTS ( SELECT 1
   FROM review_requests r
  WHERE (r.id = review_request_files.request_id))) AND (EXISTS ( SELECT 1
   FROM files f
  WHERE (f.id = review_request_files.file_id)))));
grant insert, select on table review_request_files to public_face;
grant select on table review_request_files to office_face;

create table review_requests (
  id uuid not null,
  application_id uuid not null,
  account_id uuid not null,
  decision_id uuid not null,
  agency_code text not null,
  words text not null,
  requested_at timestamp with time zone not null,
  due_on date not null,
  due_provisional boolean not null,
  outcome text,
  answer text,
  answered_by uuid,
  answerer_person_id uuid,
  answered_at timestamp with time zone,
  correction_id uuid,
  constraint review_requests_pkey PRIMARY KEY (id),
  constraint review_requests__once UNIQUE (decision_id),
  constraint review_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  constraint review_requests_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint review_requests_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff_users(id),
  constraint review_requests_answerer_person_id_fkey FOREIGN KEY (answerer_person_id) REFERENCES staff_people(id),
  constraint review_requests_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint review_requests_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES conclusion_corrections(id),
  constraint review_requests_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id),
  constraint review_requests__answered CHECK ((((outcome IS NULL) = (answered_at IS NULL)) AND ((outcome IS NULL) = (answered_by IS NULL)) AND ((outcome IS NULL) = (answerer_person_id IS NULL)) AND ((outcome IS NULL) = (answer IS NULL)))),
  constraint review_requests__outcome CHECK ((outcome = ANY (ARRAY['upheld'::text, 'reopened'::text]))),
  constraint review_requests__reopened CHECK (((NOT (outcome IS DISTINCT FROM 'reopened'::text)) = (correction_id IS NOT NULL))),
  constraint review_requests__words CHECK (((char_length(words) >= 10) AND (char_length(words) <= 1000)))
);
comment on table review_requests is 'What an applicant asks the agency to look at again after 认定未通过; one a decision (APP-15).';
CREATE INDEX review_requests__account_id ON public.review_requests USING btree (account_id);
CREATE INDEX review_requests__agency_answered ON public.review_requests USING btree (agency_code, answered_at DESC, id) WHERE (outcome IS NOT NULL);
CREATE INDEX review_requests__agency_code ON public.review_requests USING btree (agency_code, due_on, id) WHERE (outcome IS NULL);
CREATE INDEX review_requests__answered_by ON public.review_requests USING btree (answered_by);
CREATE INDEX review_requests__answerer_person_id ON public.review_requests USING btree (answerer_person_id);
CREATE INDEX review_requests__application_id ON public.review_requests USING btree (application_id, requested_at DESC);
CREATE INDEX review_requests__correction_id ON public.review_requests USING btree (correction_id);
alter table review_requests enable row level security;
create policy review_requests__agency on review_requests for all to office_face using (((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = review_requests.application_id))) AND (agency_code = app_agency_code()))) with check (((agency_code = app_agency_code()) AND app_holds_case(application_id)));
create policy review_requests__own on review_requests for all to public_face using ((account_id = app_person_id())) with check (((account_id = app_person_id()) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE ((a.id = review_requests.application_id) AND (a.agency_code = review_requests.agency_code))))));
create policy review_requests__worker on review_requests for select to worker using (true);
grant insert, select on table review_requests to public_face;
grant select on table review_requests to office_face;
grant select (application_id, outcome) on table review_requests to worker;
grant update (outcome, answer, answered_by, answerer_person_id, answered_at, correction_id) on table review_requests to office_face;

create table reviews (
  id uuid not null,
  application_id uuid not null,
  case_version integer not null,
  opinion text not null,
  note text,
  reasons jsonb not null,
  reviewed_by uuid not null,
  reviewer_person_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint reviews_pkey PRIMARY KEY (id),
  constraint reviews__id_application_id UNIQUE (id, application_id),
  constraint reviews_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES staff_users(id),
  constraint reviews_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES staff_people(id),
  constraint reviews__opinion CHECK ((opinion = ANY (ARRAY['pass'::text, 'fail'::text])))
);
comment on table reviews is 'First pair of eyes; append-only.';
CREATE INDEX reviews__application_id ON public.reviews USING btree (application_id, reviewed_at DESC);
CREATE TRIGGER reviews__note_row_change AFTER INSERT OR DELETE OR UPDATE ON reviews FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
alter table reviews enable row level security;
create policy reviews__agency on reviews for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = reviews.application_id)))) with check (app_holds_case(application_id));
create policy reviews__run on reviews for insert to worker with check (true);
create policy reviews__worker on reviews for select to worker using (true);
grant insert, select on table reviews to office_face;
grant insert, select on table reviews to worker;

create table revocation_items (
  id uuid not null,
  certificate_id uuid not null,
  agency_code text not null,
  restriction_id uuid,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  constraint revocation_items_pkey PRIMARY KEY (id),
  constraint revocation_items_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint revocation_items_certificate_id_fkey FOREIGN KEY (certificate_id) REFERENCES certificates(id),
  constraint revocation_items_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES staff_users(id),
  constraint revocation_items_restriction_id_fkey FOREIGN KEY (restriction_id) REFERENCES restrictions(id)
);
comment on table revocation_items is 'Work of the issuing agency: a certificate was suspended, the revocation procedure is to be opened (S-072).';
CREATE INDEX revocation_items__agency_code ON public.revocation_items USING btree (agency_code, opened_at DESC) WHERE (closed_at IS NULL);
CREATE INDEX revocation_items__closed_by ON public.revocation_items USING btree (closed_by);
CREATE UNIQUE INDEX revocation_items__one_open ON public.revocation_items USING btree (certificate_id) WHERE (closed_at IS NULL);
CREATE INDEX revocation_items__restriction_id ON public.revocation_items USING btree (restriction_id);
alter table revocation_items enable row level security;
create policy revocation_items__agency on revocation_items for select to office_face using ((agency_code = app_agency_code()));
grant select on table revocation_items to office_face;

create table rounds (
  id uuid not null,
  name text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  kind text default 'recognition'::text not null,
  proposal_id uuid,
  constraint rounds_pkey PRIMARY KEY (id),
  constraint rounds_name_key UNIQUE (name),
  constraint rounds_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint rounds__kind CHECK ((kind = ANY (ARRAY['recognition'::text, 'registration'::text]))),
  constraint rounds__registration_in_autumn CHECK (((kind <> 'registration'::text) OR (EXTRACT(month FROM (opens_at AT TIME ZONE 'Asia/Shanghai'::text)) >= (7)::numeric))),
  constraint rounds__window CHECK ((closes_at > opens_at))
);
comment on table rounds is 'National window of a recognition round.';
CREATE INDEX rounds__closes_at ON public.rounds USING btree (closes_at);
CREATE INDEX rounds__proposal_id ON public.rounds USING btree (proposal_id);
grant select on table rounds to office_face;
grant select on table rounds to partner_face;
grant select on table rounds to public_face;
grant select on table rounds to reporter;
grant select on table rounds to worker;

create table saved_views (
  id uuid not null,
  officer_id uuid not null,
  name text not null,
  query text not null,
  saved_at timestamp with time zone not null,
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views__officer_id_name UNIQUE (officer_id, name),
  constraint saved_views_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES staff_users(id),
  constraint saved_views__name CHECK (((char_length(name) >= 1) AND (char_length(name) <= 20))),
  constraint saved_views__query CHECK ((char_length(query) <= 300))
);
comment on table saved_views is 'Filters of the queue that an officer keeps under a name.';
alter table saved_views enable row level security;
create policy saved_views__own on saved_views for all to office_face using ((officer_id = app_officer_id())) with check ((officer_id = app_officer_id()));
grant delete, insert, select, update on table saved_views to office_face;

create table schema_migrations (
  number integer not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (number)
);
grant select on table schema_migrations to auditor;
grant select on table schema_migrations to office_face;
grant select on table schema_migrations to partner_face;
grant select on table schema_migrations to public_face;
grant select on table schema_migrations to reporter;
grant select on table schema_migrations to worker;

create table search_words (
  word text not null,
  meaning text not null,
  constraint search_words_pkey PRIMARY KEY (word)
);
comment on table search_words is 'Words people use for the same thing, for the search of questions.';
grant select on table search_words to office_face;
grant select on table search_words to public_face;
grant select on table search_words to reporter;
grant select on table search_words to worker;

create table security_regimes (
  agency_code text not null,
  year integer not null,
  text text not null,
  scan_file_id uuid not null,
  filed_by uuid not null,
  filed_at timestamp with time zone not null,
  constraint security_regimes_pkey PRIMARY KEY (agency_code, year),
  constraint security_regimes_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint security_regimes_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES staff_users(id),
  constraint security_regimes_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id)
);
comment on table security_regimes is '安全管理制度 of an agency, filed once a year (ACC-12).';
CREATE INDEX security_regimes__filed_by ON public.security_regimes USING btree (filed_by);
CREATE INDEX security_regimes__scan_file_id ON public.security_regimes USING btree (scan_file_id);
alter table security_regimes enable row level security;
create policy security_regimes__below on security_regimes for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy security_regimes__own on security_regimes for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table security_regimes to office_face;

create table service_requests (
  id uuid not null,
  number text not null,
  kind text not null,
  account_id uuid not null,
  agency_code text not null,
  state text not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  new_phone_sealed bytea,
  new_phone_index bytea,
  document_seen text,
  effective_at timestamp with time zone,
  objection_hash bytea,
  field text,
  wish_sealed bytea,
  answer text,
  decided_by uuid,
  closed_at timestamp with time zone,
  constraint service_requests_pkey PRIMARY KEY (id),
  constraint service_requests__number UNIQUE (number),
  constraint service_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint service_requests_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint service_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_users(id),
  constraint service_requests_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_users(id),
  constraint service_requests__answered CHECK (((kind <> 'data-correction'::text) OR (state = 'waiting'::text) OR ((answer IS NOT NULL) AND (decided_by IS NOT NULL)))),
  constraint service_requests__closed CHECK (((state = 'waiting'::text) = (closed_at IS NULL))),
  constraint service_requests__correction CHECK (((kind = 'data-correction'::text) = ((field IS NOT NULL) AND (wish_sealed IS NOT NULL)))),
  constraint service_requests__field CHECK ((field = ANY (ARRAY['ethnic-group'::text, 'name'::text, 'birth-date'::text, 'evidence'::text, 'other'::text]))),
  constraint service_requests__kind CHECK ((kind = ANY (ARRAY['phone-recovery'::text, 'data-correction'::text]))),
  constraint service_requests__objected CHECK (((state <> 'objected'::text) OR (kind = 'phone-recovery'::text))),
  constraint service_requests__recovery CHECK ((((kind = 'phone-recovery'::text) = (effective_at IS NOT NULL)) AND ((effective_at IS NULL) OR ((document_seen IS NOT NULL) AND (objection_hash IS NOT NULL) AND (opened_by IS NOT NULL))))),
  constraint service_requests__state CHECK ((state = ANY (ARRAY['waiting'::text, 'objected'::text, 'done'::text, 'declined'::text]))),
  constraint service_requests__wait CHECK (((effective_at IS NULL) OR (effective_at >= (opened_at + '72:00:00'::interval))))
);
comment on table service_requests is 'Lost phones and corrections of personal data: what was asked, what came of it, by when.';
CREATE INDEX service_requests__account_id ON public.service_requests USING btree (account_id, opened_at DESC);
CREATE INDEX service_requests__agency_code ON public.service_requests USING btree (agency_code, opened_at DESC, id);
CREATE INDEX service_requests__decided_by ON public.service_requests USING btree (decided_by);
CREATE UNIQUE INDEX service_requests__one_correction ON public.service_requests USING btree (account_id, field) WHERE ((kind = 'data-correction'::text) AND (state = 'waiting'::text));
CREATE UNIQUE INDEX service_requests__one_recovery ON public.service_requests USING btree (account_id) WHERE ((kind = 'phone-recovery'::text) AND (state = 'waiting'::text));
CREATE INDEX service_requests__opened_by ON public.service_requests USING btree (opened_by);
CREATE INDEX service_requests__queue ON public.service_requests USING btree (agency_code, opened_at, id) WHERE (state = 'waiting'::text);
alter table service_requests enable row level security;
create policy service_requests__agency on service_requests for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy service_requests__ask on service_requests for insert to public_face with check (((account_id = app_person_id()) AND (kind = 'data-correction'::text) AND (state = 'waiting'::text)));
create policy service_requests__own on service_requests for select to public_face using ((account_id = app_person_id()));
create policy service_requests__worker on service_requests for all to worker using (true) with check (true);
grant insert, select on table service_requests to office_face;
grant insert, select on table service_requests to public_face;
grant select on table service_requests to worker;
grant update (state, answer, decided_by, closed_at) on table service_requests to office_face;
grant update (state, new_phone_sealed, new_phone_index, closed_at) on table service_requests to worker;

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  device_hash bytea not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table sessions is 'Applicant sessions: 30 minutes idle, 12 hours in all.';
CREATE INDEX sessions__account_id ON public.sessions USING btree (account_id) WHERE (ended_at IS NULL);
grant delete, select on table sessions to worker;
grant insert, select, update on table sessions to public_face;

create table sign_in_failures (
  person_index bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint sign_in_failures_pkey PRIMARY KEY (person_index)
);
comment on table sign_in_failures is 'Consecutive failures per number, growing waits; known devices are not held up (S-005).';
grant delete, insert, select, update on table sign_in_failures to public_face;
grant delete, insert, select, update on table sign_in_failures to worker;

create table sign_in_tickets (
  id uuid not null,
  ticket_hash bytea not null,
  account_id uuid not null,
  device_hash bytea not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  used_at timestamp with time zone,
  constraint sign_in_tickets_pkey PRIMARY KEY (id),
  constraint sign_in_tickets_ticket_hash_key UNIQUE (ticket_hash),
  constraint sign_in_tickets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
comment on table sign_in_tickets is 'Right password, code still to come.';
grant delete, select on table sign_in_tickets to worker;
grant insert, select, update on table sign_in_tickets to public_face;

create table signings (
  id uuid not null,
  account_id uuid not null,
  draft_id uuid not null,
  token_hash bytea not null,
  device_key_hash bytea,
  offered_device_hash bytea not null,
  signing_device_hash bytea,
  device text,
  file_id uuid,
  policy_version text not null,
  offered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  signed_at timestamp with time zone,
  accepted_at timestamp with time zone,
  rejected_at timestamp with time zone,
  constraint signings_pkey PRIMARY KEY (id),
  constraint signings_device_key_hash_key UNIQUE (device_key_hash),
  constraint signings_token_hash_key UNIQUE (token_hash),
  constraint signings_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint signings_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES drafts(id) ON DELETE CASCADE,
  constraint signings_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id)
);
comment on table signings is 'Signing the promise on a phone: one draft, one owner, five minutes, once (S-080).';
CREATE INDEX signings__draft_id ON public.signings USING btree (draft_id);
alter table signings enable row level security;
create policy signings__own on signings for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
grant insert, select, update on table signings to public_face;

create table staff_activations (
  id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  expires_at timestamp with time zone not null,
  tries integer default 0 not null,
  created_at timestamp with time zone default app_now() not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint staff_activations_pkey PRIMARY KEY (id),
  constraint staff_activations_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table staff_activations is 'Codes sent to the filed mobile with which a user sets the own password, once (no administrator knows it).';
CREATE UNIQUE INDEX staff_activations__one_open ON public.staff_activations USING btree (user_id) WHERE ((used_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX staff_activations__user_id ON public.staff_activations USING btree (user_id);
grant insert, select on table staff_activations to office_face;
grant update (tries, ended_at) on table staff_activations to office_face;

create table staff_address_rules (
  id uuid not null,
  agency_code text not null,
  user_id uuid,
  network cidr not null,
  label text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  ended_by uuid,
  constraint staff_address_rules_pkey PRIMARY KEY (id),
  constraint staff_address_rules_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_address_rules_created_by_fkey FOREIGN KEY (created_by) REFERENCES staff_users(id),
  constraint staff_address_rules_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES staff_users(id),
  constraint staff_address_rules_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_address_rules__order CHECK (((ends_at IS NULL) OR (starts_at <= ends_at)))
);
comment on table staff_address_rules is 'Addresses from which officers of an agency, or one officer, may work (S-037).';
CREATE INDEX staff_address_rules__agency_code ON public.staff_address_rules USING btree (agency_code, created_at DESC, id DESC);
CREATE INDEX staff_address_rules__created_by ON public.staff_address_rules USING btree (created_by);
CREATE INDEX staff_address_rules__ended_by ON public.staff_address_rules USING btree (ended_by);
CREATE INDEX staff_address_rules__user_id ON public.staff_address_rules USING btree (user_id);
alter table staff_address_rules enable row level security;
create policy staff_address_rules__scope on staff_address_rules for all to office_face using (agency_is_under(agency_code, app_agency_code())) with check (agency_is_under(agency_code, app_agency_code()));
grant insert, select on table staff_address_rules to office_face;
grant update (ends_at, ended_by) on table staff_address_rules to office_face;

create table staff_delegations (
  id uuid not null,
  agency_code text not null,
  from_user_id uuid not null,
  to_user_id uuid not null,
  roles text[] not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  reason text not null,
  created_at timestamp with time zone default app_now() not null,
  ended_at timestamp with time zone,
  ended_because text,
  constraint staff_delegations_pkey PRIMARY KEY (id),
  constraint staff_delegations_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_delegations_from_user_id_fkey FOREIGN KEY (from_user_id) REFERENCES staff_users(id),
  constraint staff_delegations_to_user_id_fkey FOREIGN KEY (to_user_id) REFERENCES staff_users(id),
  constraint staff_delegations__ended CHECK (((ended_at IS NULL) = (ended_because IS NULL))),
  constraint staff_delegations__interval CHECK ((starts_at < ends_at)),
  constraint staff_delegations__roles CHECK (((cardinality(roles) > 0) AND (NOT (roles && ARRAY['users'::text, 'system'::text, 'security'::text, 'audit'::text])))),
  constraint staff_delegations__two_users CHECK ((from_user_id <> to_user_id))
);
comment on table staff_delegations is '委托授权: own roles handed to a colleague from one instant to another, half-open (S-043).';
CREATE INDEX staff_delegations__agency_code ON public.staff_delegations USING btree (agency_code, created_at, id);
CREATE INDEX staff_delegations__from_user_id ON public.staff_delegations USING btree (from_user_id, ends_at);
CREATE INDEX staff_delegations__to_user_id ON public.staff_delegations USING btree (to_user_id, ends_at) WHERE (ended_at IS NULL);
CREATE TRIGGER staff_delegations__check BEFORE INSERT ON staff_delegations FOR EACH ROW EXECUTE FUNCTION private.check_staff_delegation();
alter table staff_delegations enable row level security;
create policy staff_delegations__end on staff_delegations for update to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[]))) with check ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
create policy staff_delegations__own on staff_delegations for insert to office_face with check (((agency_code = app_agency_code()) AND (from_user_id = app_officer_id())));
create policy staff_delegations__read on staff_delegations for select to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
grant insert, select on table staff_delegations to office_face;
grant update (ended_at, ended_because) on table staff_delegations to office_face;

create table staff_failures (
  username_hash bytea not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  blocked_until timestamp with time zone,
  constraint staff_failures_pkey PRIMARY KEY (username_hash)
);
comment on table staff_failures is 'Failed office sign-ins, growing waits.';
grant delete, insert, select, update on table staff_failures to office_face;
grant delete, select on table staff_failures to worker;

create table staff_filing_events (
  id bigint generated always as identity not null,
  person_id uuid not null,
  agency_code text not null,
  kind text not null,
  at timestamp with time zone default app_now() not null,
  actor_person_id uuid,
  reason text,
  detail jsonb default '{}'::jsonb not null,
  constraint staff_filing_events_pkey PRIMARY KEY (id),
  constraint staff_filing_events_actor_person_id_fkey FOREIGN KEY (actor_person_id) REFERENCES staff_people(id),
  constraint staff_filing_events_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_filing_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint staff_filing_events__kind CHECK ((kind = ANY (ARRAY['proposed'::text, 'renewal-proposed'::text, 'change-proposed'::text, 'filed'::text, 'returned'::text, 'dropped'::text, 'user-opened'::text, 'code-sent'::text, 'activated'::text, 'roles-granted'::text, 'user-disabled'::text, 'user-enabled'::text, 'key-registered'::text, 'key-revoked'::text, 'delegated'::text, 'delegation-ended'::text, 'left'::text, 'emergency-sealed'::text, 'emergency-opened'::text, 'emergency-closed'::text])))
);
comment on table staff_filing_events is 'What happened to an office person, append-only.';
CREATE INDEX staff_filing_events__actor_person_id ON public.staff_filing_events USING btree (actor_person_id);
CREATE INDEX staff_filing_events__person_id ON public.staff_filing_events USING btree (person_id, id);
alter table staff_filing_events enable row level security;
create policy staff_filing_events__administered on staff_filing_events for all to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[]))) with check ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
grant insert, select on table staff_filing_events to office_face;

create table staff_filings (
  id uuid not null,
  person_id uuid not null,
  agency_code text not null,
  kind text not null,
  state text default 'waiting'::text not null,
  name text not null,
  phone_sealed bytea not null,
  office_phone text,
  post text not null,
  reason text not null,
  filed_from timestamp with time zone,
  filed_until timestamp with time zone,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  return_reason text,
  constraint staff_filings_pkey PRIMARY KEY (id),
  constraint staff_filings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_filings_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES staff_people(id),
  constraint staff_filings_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint staff_filings_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff_people(id),
  constraint staff_filings__decided CHECK ((((state = 'waiting'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint staff_filings__filed CHECK (((state <> 'filed'::text) OR (kind = 'change'::text) OR (filed_until IS NOT NULL))),
  constraint staff_filings__interval CHECK ((filed_from < filed_until)),
  constraint staff_filings__kind CHECK ((kind = ANY (ARRAY['first'::text, 'renewal'::text, 'change'::text]))),
  constraint staff_filings__returned CHECK (((state = 'returned'::text) = (return_reason IS NOT NULL))),
  constraint staff_filings__state CHECK ((state = ANY (ARRAY['waiting'::text, 'filed'::text, 'returned'::text, 'dropped'::text]))),
  constraint staff_filings__two_persons CHECK (((state <> ALL (ARRAY['filed'::text, 'returned'::text])) OR ((decided_by <> proposed_by) AND (decided_by <> person_id))))
);
comment on table staff_filings is '备案 asked for and decided: first entry, yearly renewal, change of what is filed.';
CREATE INDEX staff_filings__decided_by ON public.staff_filings USING btree (decided_by);
CREATE UNIQUE INDEX staff_filings__one_waiting ON public.staff_filings USING btree (person_id) WHERE (state = 'waiting'::text);
CREATE INDEX staff_filings__person_id ON public.staff_filings USING btree (person_id, proposed_at);
CREATE INDEX staff_filings__proposed_by ON public.staff_filings USING btree (proposed_by);
CREATE INDEX staff_filings__waiting ON public.staff_filings USING btree (agency_code, proposed_at, id) WHERE (state = 'waiting'::text);
CREATE TRIGGER staff_filings__check BEFORE INSERT OR UPDATE ON staff_filings FOR EACH ROW EXECUTE FUNCTION private.check_staff_filing();
alter table staff_filings enable row level security;
create policy staff_filings__administered on staff_filings for all to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[]))) with check ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
grant insert, select on table staff_filings to office_face;
grant update (state, filed_from, filed_until, decided_by, decided_at, return_reason) on table staff_filings to office_face;

create table staff_key_proofs (
  id uuid not null,
  ticket_hash bytea not null,
  session_id uuid not null,
  endpoint text not null,
  input_hash bytea not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  proof_hash bytea,
  used_at timestamp with time zone,
  constraint staff_key_proofs_pkey PRIMARY KEY (id),
  constraint staff_key_proofs__proof_hash UNIQUE (proof_hash),
  constraint staff_key_proofs_ticket_hash_key UNIQUE (ticket_hash),
  constraint staff_key_proofs_session_id_fkey FOREIGN KEY (session_id) REFERENCES staff_sessions(id),
  constraint staff_key_proofs__order CHECK (((used_at IS NULL) OR ((taken_at IS NOT NULL) AND (proof_hash IS NOT NULL))))
);
comment on table staff_key_proofs is 'Fresh signatures for legal acts: session, endpoint and input; 60 seconds, once (S-036).';
CREATE INDEX staff_key_proofs__session_id ON public.staff_key_proofs USING btree (session_id);
grant delete, select on table staff_key_proofs to worker;
grant insert, select on table staff_key_proofs to office_face;
grant update (taken_at, proof_hash, used_at) on table staff_key_proofs to office_face;

create table staff_keys (
  serial text not null,
  user_id uuid not null,
  registered_at timestamp with time zone default app_now() not null,
  revoked_at timestamp with time zone,
  kind text default 'sm2'::text not null,
  registered_by uuid,
  revoked_because text,
  constraint staff_keys_pkey PRIMARY KEY (serial),
  constraint staff_keys__serial_user_id UNIQUE (serial, user_id),
  constraint staff_keys_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES staff_people(id),
  constraint staff_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_keys__kind CHECK ((kind = ANY (ARRAY['sm2'::text, 'passkey'::text])))
);
comment on table staff_keys is 'Serials of the keys on file; the key itself never leaves its holder.';
CREATE INDEX staff_keys__registered_by ON public.staff_keys USING btree (registered_by);
CREATE INDEX staff_keys__user_id ON public.staff_keys USING btree (user_id);
grant insert, select on table staff_keys to office_face;
grant update (revoked_at, revoked_because) on table staff_keys to office_face;

create table staff_passkey_codes (
  id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  issued_by uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint staff_passkey_codes_pkey PRIMARY KEY (id),
  constraint staff_passkey_codes_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES staff_users(id),
  constraint staff_passkey_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_passkey_codes__minutes CHECK ((expires_at <= (issued_at + '00:10:00'::interval))),
  constraint staff_passkey_codes__other_person CHECK ((issued_by <> user_id))
);
comment on table staff_passkey_codes is 'Registration codes for a passkey, given by a users officer: 10 minutes, once.';
CREATE INDEX staff_passkey_codes__issued_by ON public.staff_passkey_codes USING btree (issued_by);
CREATE UNIQUE INDEX staff_passkey_codes__one_open ON public.staff_passkey_codes USING btree (user_id) WHERE (used_at IS NULL);
grant delete, select on table staff_passkey_codes to worker;
grant insert, select on table staff_passkey_codes to office_face;
grant update (used_at) on table staff_passkey_codes to office_face;

create table staff_passkey_offers (
  id uuid not null,
  ticket_hash bytea not null,
  user_id uuid not null,
  device_hash bytea not null,
  session_id uuid,
  code_id uuid,
  challenge text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint staff_passkey_offers_pkey PRIMARY KEY (id),
  constraint staff_passkey_offers_ticket_hash_key UNIQUE (ticket_hash),
  constraint staff_passkey_offers_code_id_fkey FOREIGN KEY (code_id) REFERENCES staff_passkey_codes(id),
  constraint staff_passkey_offers_session_id_fkey FOREIGN KEY (session_id) REFERENCES staff_sessions(id),
  constraint staff_passkey_offers_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_passkey_offers__one_ground CHECK ((num_nonnulls(session_id, code_id) = 1))
);
comment on table staff_passkey_offers is 'A passkey that is being registered: 60 seconds, once, in the same browser.';
CREATE INDEX staff_passkey_offers__code_id ON public.staff_passkey_offers USING btree (code_id);
CREATE INDEX staff_passkey_offers__session_id ON public.staff_passkey_offers USING btree (session_id);
CREATE INDEX staff_passkey_offers__user_id ON public.staff_passkey_offers USING btree (user_id);
grant delete, select on table staff_passkey_offers to worker;
grant insert, select on table staff_passkey_offers to office_face;
grant update (used_at) on table staff_passkey_offers to office_face;

create table staff_passkeys (
  serial text not null,
  user_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  sign_count bigint not null,
  label text not null,
  used_at timestamp with time zone,
  constraint staff_passkeys_pkey PRIMARY KEY (serial),
  constraint staff_passkeys__credential_id UNIQUE (credential_id),
  constraint staff_passkeys__serial_user_id FOREIGN KEY (serial, user_id) REFERENCES staff_keys(serial, user_id),
  constraint staff_passkeys__sign_count CHECK ((sign_count >= 0))
);
comment on table staff_passkeys is 'What proves a passkey: credential, public key, and the counter that shows a copy.';
CREATE INDEX staff_passkeys__user_id ON public.staff_passkeys USING btree (user_id);
grant insert, select on table staff_passkeys to office_face;
grant update (sign_count, used_at) on table staff_passkeys to office_face;

create table staff_people (
  id uuid not null,
  name text not null,
  person_index bytea not null,
  filed_from timestamp with time zone,
  filed_until timestamp with time zone,
  agency_code text,
  left_at timestamp with time zone,
  left_reason text,
  constraint staff_people_pkey PRIMARY KEY (id),
  constraint staff_people__id_agency_code UNIQUE (id, agency_code),
  constraint staff_people_person_index_key UNIQUE (person_index),
  constraint staff_people_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_people__filed CHECK ((filed_from <= filed_until)),
  constraint staff_people__left CHECK (((left_at IS NULL) = (left_reason IS NULL)))
);
comment on table staff_people is 'Office people, by real name.';
comment on column staff_people.filed_from is '备案 in force from this instant (included) to filed_until (excluded): no sign-in outside (ACC-8, S-029).';
CREATE INDEX staff_people__agency_code ON public.staff_people USING btree (agency_code, name, id);
CREATE INDEX staff_people__filed_until ON public.staff_people USING btree (filed_until) WHERE (left_at IS NULL);
CREATE INDEX staff_people__left_at ON public.staff_people USING btree (left_at, id) WHERE (left_at IS NOT NULL);
CREATE TRIGGER staff_people__check BEFORE UPDATE ON staff_people FOR EACH ROW EXECUTE FUNCTION private.check_staff_person();
CREATE TRIGGER staff_people__note_row_change AFTER INSERT OR DELETE OR UPDATE ON staff_people FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
grant select on table staff_people to office_face;
grant select on table staff_people to worker;
grant update (agency_code) on table staff_people to worker;
grant update (name, filed_from, filed_until) on table staff_people to office_face;

create table staff_profiles (
  person_id uuid not null,
  agency_code text not null,
  document_type text,
  number_sealed bytea,
  phone_sealed bytea,
  office_phone text,
  post text,
  constraint staff_profiles_pkey PRIMARY KEY (person_id),
  constraint staff_profiles__person FOREIGN KEY (person_id, agency_code) REFERENCES staff_people(id, agency_code) ON UPDATE CASCADE,
  constraint staff_profiles__document_type CHECK ((document_type = ANY (ARRAY['resident-id'::text, 'hmt-residence-permit'::text, 'hk-macao-permit'::text, 'taiwan-permit'::text])))
);
comment on table staff_profiles is 'What is filed of an office person beside the name: document, mobile, office phone, post.';
CREATE INDEX staff_profiles__agency_code ON public.staff_profiles USING btree (agency_code);
alter table staff_profiles enable row level security;
create policy staff_profiles__administered on staff_profiles for all to office_face using ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[]))) with check ((agency_code = ANY (( SELECT app_agencies_administered() AS app_agencies_administered)::text[])));
grant insert, select, update on table staff_profiles to office_face;

create table staff_relations (
  id uuid not null,
  person_id uuid not null,
  relation text not null,
  name text not null,
  number_sealed bytea not null,
  person_index bytea not null,
  phone_index bytea,
  declared_by uuid not null,
  declared_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint staff_relations_pkey PRIMARY KEY (id),
  constraint staff_relations_declared_by_fkey FOREIGN KEY (declared_by) REFERENCES staff_users(id),
  constraint staff_relations_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint staff_relations__relation CHECK ((relation = ANY (ARRAY['self'::text, 'spouse'::text, 'parent'::text, 'child'::text, 'sibling'::text, 'in-law'::text, 'other'::text])))
);
comment on table staff_relations is '回避申报: the persons whose cases an officer must not handle. Class C3.';
CREATE INDEX staff_relations__declared_by ON public.staff_relations USING btree (declared_by);
CREATE UNIQUE INDEX staff_relations__once ON public.staff_relations USING btree (person_id, person_index) WHERE (removed_at IS NULL);
CREATE INDEX staff_relations__person_index ON public.staff_relations USING btree (person_index) WHERE (removed_at IS NULL);
alter table staff_relations enable row level security;
create policy staff_relations__own on staff_relations for all to office_face using ((EXISTS ( SELECT 1
   FROM staff_users u
  WHERE ((u.id = app_officer_id()) AND (u.person_id = staff_relations.person_id))))) with check ((EXISTS ( SELECT 1
   FROM staff_users u
  WHERE ((u.id = app_officer_id()) AND (u.person_id = staff_relations.person_id)))));
grant insert, select on table staff_relations to office_face;
grant update (removed_at) on table staff_relations to office_face;

create table staff_security_events (
  id uuid not null,
  kind text not null,
  user_id uuid,
  agency_code text,
  address inet,
  device text,
  occurred_at timestamp with time zone not null,
  constraint staff_security_events_pkey PRIMARY KEY (id),
  constraint staff_security_events_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_security_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_security_events__kind CHECK ((kind = ANY (ARRAY['sign-in-refused'::text, 'address-refused'::text, 'session-address'::text, 'passkey-added'::text, 'passkey-revoked'::text, 'passkey-copied'::text, 'code-refused'::text, 'proof-refused'::text, 'emergency-opened'::text])))
);
comment on table staff_security_events is 'Failed sign-ins and alerts of the office''s door, for the security officers.';
CREATE INDEX staff_security_events__agency_code ON public.staff_security_events USING btree (agency_code, occurred_at DESC, id DESC);
CREATE INDEX staff_security_events__occurred_at_id ON public.staff_security_events USING btree (occurred_at DESC, id DESC);
CREATE INDEX staff_security_events__user_id ON public.staff_security_events USING btree (user_id);
alter table staff_security_events enable row level security;
create policy staff_security_events__scope on staff_security_events for select to office_face using (agency_is_under(COALESCE(agency_code, '00000'::text), app_agency_code()));
create policy staff_security_events__write on staff_security_events for insert to office_face with check (true);
grant delete, select on table staff_security_events to worker;
grant insert, select on table staff_security_events to office_face;

create table staff_sessions (
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  key_serial text not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_because text,
  idle_seconds integer default 900 not null,
  address_required boolean default false not null,
  address inet,
  device text,
  ended_by uuid,
  ended_note text,
  constraint staff_sessions_pkey PRIMARY KEY (id),
  constraint staff_sessions_token_hash_key UNIQUE (token_hash),
  constraint staff_sessions_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES staff_users(id),
  constraint staff_sessions_key_serial_fkey FOREIGN KEY (key_serial) REFERENCES staff_keys(serial),
  constraint staff_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint staff_sessions__hours CHECK ((ends_at <= (started_at + '12:00:00'::interval))),
  constraint staff_sessions__idle_seconds CHECK (((idle_seconds >= 60) AND (idle_seconds <= 900)))
);
comment on table staff_sessions is 'Office sessions: 15 minutes idle, 12 hours in all, one live per user.';
CREATE INDEX staff_sessions__ended_by ON public.staff_sessions USING btree (ended_by);
CREATE INDEX staff_sessions__ends_at ON public.staff_sessions USING brin (ends_at);
CREATE INDEX staff_sessions__key_serial ON public.staff_sessions USING btree (key_serial);
CREATE UNIQUE INDEX staff_sessions__one_live ON public.staff_sessions USING btree (user_id) WHERE (ended_at IS NULL);
CREATE INDEX staff_sessions__started_at_id ON public.staff_sessions USING btree (started_at DESC, id DESC) WHERE (ended_at IS NULL);
CREATE INDEX staff_sessions__user_id ON public.staff_sessions USING btree (user_id, started_at);
grant delete, select on table staff_sessions to worker;
grant insert, select, update on table staff_sessions to office_face;
grant update (ended_at, ended_because) on table staff_sessions to worker;

create table staff_sign_ins (
  id uuid not null,
  ticket_hash bytea not null,
  user_id uuid not null,
  device_hash bytea not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint staff_sign_ins_pkey PRIMARY KEY (id),
  constraint staff_sign_ins_ticket_hash_key UNIQUE (ticket_hash),
  constraint staff_sign_ins_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id)
);
comment on table staff_sign_ins is 'Right password, key proof still to come: 60 seconds, once, in the same browser (S-034).';
grant delete, select on table staff_sign_ins to worker;
grant insert, select, update on table staff_sign_ins to office_face;

create table staff_users (
  id uuid not null,
  person_id uuid not null,
  agency_code text not null,
  point_id uuid,
  username text not null,
  password_hash text not null,
  roles text[] not null,
  enabled boolean default true not null,
  opened_at timestamp with time zone default app_now() not null,
  opened_by uuid,
  activated_at timestamp with time zone,
  disabled_at timestamp with time zone,
  disabled_because text,
  is_emergency boolean default false not null,
  constraint staff_users_pkey PRIMARY KEY (id),
  constraint staff_users_username_key UNIQUE (username),
  constraint staff_users_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint staff_users_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_people(id),
  constraint staff_users_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint staff_users_point_id_fkey FOREIGN KEY (point_id) REFERENCES points(id),
  constraint staff_users__administrators CHECK (((cardinality(roles) <= 1) OR (NOT (roles && ARRAY['system'::text, 'security'::text, 'audit'::text])))),
  constraint staff_users__point CHECK (((NOT ('confirm'::text = ANY (roles))) OR (point_id IS NOT NULL))),
  constraint staff_users__roles CHECK ((roles <@ ARRAY['plan'::text, 'confirm'::text, 'vet'::text, 'review'::text, 'approve'::text, 'print'::text, 'stock'::text, 'users'::text, 'publicity'::text, 'statistics'::text, 'restrict'::text, 'system'::text, 'security'::text, 'audit'::text]))
);
comment on table staff_users is 'Accounts of office people: one agency, roles, enabled or not.';
CREATE INDEX staff_users__agency_code ON public.staff_users USING btree (agency_code);
CREATE UNIQUE INDEX staff_users__emergency ON public.staff_users USING btree (agency_code) WHERE is_emergency;
CREATE UNIQUE INDEX staff_users__id_person_id ON public.staff_users USING btree (id, person_id);
CREATE INDEX staff_users__opened_by ON public.staff_users USING btree (opened_by);
CREATE INDEX staff_users__person_id ON public.staff_users USING btree (person_id);
CREATE TRIGGER staff_users__check BEFORE INSERT OR UPDATE ON staff_users FOR EACH ROW EXECUTE FUNCTION private.check_staff_user();
CREATE TRIGGER staff_users__note_row_change AFTER INSERT OR DELETE OR UPDATE ON staff_users FOR EACH ROW EXECUTE FUNCTION private.note_row_change();
CREATE TRIGGER staff_users__separated AFTER INSERT OR UPDATE OF roles, enabled, person_id ON staff_users FOR EACH ROW EXECUTE FUNCTION private.check_staff_separation();
grant insert, select on table staff_users to office_face;
grant select on table staff_users to worker;
grant update (agency_code, enabled, disabled_at, disabled_because) on table staff_users to worker;
grant update (agency_code, point_id, roles, enabled, disabled_at, disabled_because) on table staff_users to office_face;

create table subject_aliases (
  qualification_type smallint not null,
  name text not null,
  aliases text[] not null,
  constraint subject_aliases_pkey PRIMARY KEY (qualification_type, name)
);
comment on table subject_aliases is 'Names of other years and papers that mean the same subject.';
grant select on table subject_aliases to office_face;
grant select on table subject_aliases to partner_face;
grant select on table subject_aliases to public_face;
grant select on table subject_aliases to reporter;
grant select on table subject_aliases to worker;

create table subjects (
  code text not null,
  qualification_type smallint not null,
  name text not null,
  parent_code text,
  selectable boolean not null,
  constraint subjects_pkey PRIMARY KEY (code)
);
comment on table subjects is '任教学科 by 资格种类.';
CREATE INDEX subjects__qualification_type ON public.subjects USING btree (qualification_type);
grant select on table subjects to office_face;
grant select on table subjects to partner_face;
grant select on table subjects to public_face;
grant select on table subjects to reporter;
grant select on table subjects to worker;

create table supplement_requests (
  id uuid not null,
  application_id uuid not null,
  round integer not null,
  items jsonb not null,
  note text,
  due_on date not null,
  due_reason text,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint supplement_requests_pkey PRIMARY KEY (id),
  constraint supplement_requests__application_id_round UNIQUE (application_id, round),
  constraint supplement_requests_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint supplement_requests_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES staff_users(id),
  constraint supplement_requests__round CHECK (((round >= 1) AND (round <= 50)))
);
comment on table supplement_requests is 'What a person was asked to put right, all at once, and the time granted for it.';
CREATE UNIQUE INDEX supplement_requests__open ON public.supplement_requests USING btree (application_id) WHERE (closed_at IS NULL);
CREATE INDEX supplement_requests__requested_by ON public.supplement_requests USING btree (requested_by);
alter table supplement_requests enable row level security;
create policy supplement_requests__agency on supplement_requests for all to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = supplement_requests.application_id)))) with check (app_holds_case(application_id));
create policy supplement_requests__own on supplement_requests for all to public_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = supplement_requests.application_id)))) with check ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = supplement_requests.application_id))));
create policy supplement_requests__worker on supplement_requests for select to worker using (true);
grant insert, select on table supplement_requests to office_face;
grant select on table supplement_requests to worker;
grant select (id, application_id, round, items, note, due_on, requested_at, closed_at) on table supplement_requests to public_face;
grant update (closed_at) on table supplement_requests to public_face;
grant update (due_on, due_reason, closed_at) on table supplement_requests to office_face;

create table training_attendances (
  session_id uuid not null,
  person_id uuid not null,
  agency_code text not null,
  attended boolean not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint training_attendances_pkey PRIMARY KEY (session_id, person_id),
  constraint training_attendances_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint training_attendances_person_id_fkey FOREIGN KEY (person_id) REFERENCES staff_people(id),
  constraint training_attendances_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint training_attendances_session_id_fkey FOREIGN KEY (session_id) REFERENCES training_sessions(id)
);
comment on table training_attendances is 'Who attended a training; what was ticked by mistake is set to not attended.';
CREATE INDEX training_attendances__agency_code ON public.training_attendances USING btree (agency_code);
CREATE INDEX training_attendances__person_id ON public.training_attendances USING btree (person_id) WHERE attended;
CREATE INDEX training_attendances__recorded_by ON public.training_attendances USING btree (recorded_by);
alter table training_attendances enable row level security;
create policy training_attendances__below on training_attendances for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy training_attendances__holder on training_attendances for all to office_face using ((EXISTS ( SELECT 1
   FROM training_sessions s
  WHERE ((s.id = training_attendances.session_id) AND (s.agency_code = app_agency_code()))))) with check ((agency_is_under(agency_code, app_agency_code()) AND (EXISTS ( SELECT 1
   FROM training_sessions s
  WHERE ((s.id = training_attendances.session_id) AND (s.agency_code = app_agency_code()) AND (s.withdrawn_at IS NULL))))));
create policy training_attendances__own on training_attendances for select to office_face using ((agency_code = app_agency_code()));
grant insert, select on table training_attendances to office_face;
grant update (attended, recorded_by, recorded_at) on table training_attendances to office_face;

create table training_sessions (
  id uuid not null,
  agency_code text not null,
  kinds text[] not null,
  topic text not null,
  held_from date not null,
  held_to date not null,
  place text not null,
  head text not null,
  is_whole boolean not null,
  material_file_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  constraint training_sessions_pkey PRIMARY KEY (id),
  constraint training_sessions__agency_code_held_from_topic UNIQUE NULLS NOT DISTINCT (agency_code, held_from, topic, withdrawn_at),
  constraint training_sessions_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint training_sessions_material_file_id_fkey FOREIGN KEY (material_file_id) REFERENCES files(id),
  constraint training_sessions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint training_sessions_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES staff_users(id),
  constraint training_sessions__days CHECK ((held_to >= held_from)),
  constraint training_sessions__kinds CHECK (((cardinality(kinds) > 0) AND (kinds <@ ARRAY['policy'::text, 'confirm'::text, 'print'::text, 'sticker'::text]))),
  constraint training_sessions__withdrawn CHECK ((num_nonnulls(withdrawn_by, withdrawn_at, withdrawn_because) = ANY (ARRAY[0, 3])))
);
comment on table training_sessions is '培训: what an agency taught on which days; a mistake is withdrawn with its reason, never deleted.';
CREATE INDEX training_sessions__material_file_id ON public.training_sessions USING btree (material_file_id);
CREATE INDEX training_sessions__recorded_by ON public.training_sessions USING btree (recorded_by);
CREATE INDEX training_sessions__withdrawn_by ON public.training_sessions USING btree (withdrawn_by);
alter table training_sessions enable row level security;
create policy training_sessions__above on training_sessions for select to office_face using (agency_is_under(app_agency_code(), agency_code));
create policy training_sessions__below on training_sessions for select to office_face using ((agency_code = ANY (( SELECT app_agencies_below() AS app_agencies_below)::text[])));
create policy training_sessions__own on training_sessions for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table training_sessions to office_face;
grant update (material_file_id, withdrawn_by, withdrawn_at, withdrawn_because) on table training_sessions to office_face;

create table verifications (
  id uuid not null,
  account_id uuid not null,
  kind text not null,
  subject_id uuid,
  application_id uuid,
  asked text,
  state text not null,
  outcome text,
  differing_fields text[] default '{}'::text[] not null,
  requested_at timestamp with time zone not null,
  requested_on date not null,
  answered_at timestamp with time zone,
  counts boolean default true not null,
  tries integer default 0 not null,
  constraint verifications_pkey PRIMARY KEY (id),
  constraint verifications_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint verifications__kind CHECK ((kind = ANY (ARRAY['real-name'::text, 'exam-proofs'::text, 'putonghua'::text, 'enrolment'::text, 'education'::text, 'degree'::text, 'diploma'::text]))),
  constraint verifications__outcome CHECK ((outcome = ANY (ARRAY['match'::text, 'mismatch'::text, 'not-found'::text, 'source-down'::text, 'limited'::text]))),
  constraint verifications__state CHECK ((state = ANY (ARRAY['requested'::text, 'answered'::text, 'late'::text])))
);
comment on table verifications is 'Everything asked of an outside authority about a person: requested, answered, late.';
CREATE INDEX verifications__account_id_kind ON public.verifications USING btree (account_id, kind, requested_at);
CREATE UNIQUE INDEX verifications__open ON public.verifications USING btree (account_id, kind, COALESCE(subject_id, account_id)) WHERE (state <> 'answered'::text);
alter table verifications enable row level security;
create policy verifications__agency on verifications for select to office_face using (((kind = 'diploma'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = verifications.application_id)))));
create policy verifications__diploma on verifications for insert to office_face with check (((kind = 'diploma'::text) AND app_holds_case(application_id)));
create policy verifications__own on verifications for all to public_face using ((account_id = app_person_id())) with check ((account_id = app_person_id()));
create policy verifications__worker on verifications for all to worker using (true) with check (true);
grant insert, select on table verifications to office_face;
grant insert, select on table verifications to public_face;
grant insert, select, update on table verifications to worker;

create table vetting_answer_files (
  id uuid not null,
  batch_id uuid not null,
  agency_code text not null,
  file_hash text not null,
  row_count integer not null,
  matched_count integer not null,
  mismatch_count integer not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint vetting_answer_files_pkey PRIMARY KEY (id),
  constraint vetting_answer_files__agency_code_file_hash UNIQUE (agency_code, file_hash),
  constraint vetting_answer_files_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_answer_files_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_answer_files_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES staff_users(id),
  constraint vetting_answer_files__counts CHECK (((matched_count >= 0) AND (mismatch_count >= 0)))
);
comment on table vetting_answer_files is 'Answer files of police offices taken in; only their hash and their counts are kept.';
CREATE INDEX vetting_answer_files__batch_id ON public.vetting_answer_files USING btree (batch_id, imported_at DESC);
CREATE INDEX vetting_answer_files__imported_by ON public.vetting_answer_files USING btree (imported_by);
alter table vetting_answer_files enable row level security;
create policy vetting_answer_files__agency on vetting_answer_files for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy vetting_answer_files__worker on vetting_answer_files for select to worker using (true);
grant insert, select on table vetting_answer_files to office_face;
grant select on table vetting_answer_files to worker;

create table vetting_batches (
  id uuid not null,
  agency_code text not null,
  kind text not null,
  state text not null,
  receipt text,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  police_office_id uuid,
  way text default 'api'::text not null,
  purged_at timestamp with time zone,
  constraint vetting_batches_pkey PRIMARY KEY (id),
  constraint vetting_batches_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_batches_police_office_id_fkey FOREIGN KEY (police_office_id) REFERENCES police_offices(id),
  constraint vetting_batches_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES staff_users(id),
  constraint vetting_batches__kind CHECK ((kind = ANY (ARRAY['crime'::text, 'offence'::text]))),
  constraint vetting_batches__state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'answered'::text, 'failed'::text]))),
  constraint vetting_batches__way CHECK (((way = 'api'::text) OR ((way = 'file'::text) AND (kind = 'crime'::text) AND (police_office_id IS NOT NULL))))
);
comment on table vetting_batches is 'Bulk exchange with the police sources.';
CREATE INDEX vetting_batches__agency_code ON public.vetting_batches USING btree (agency_code, requested_at DESC);
CREATE INDEX vetting_batches__police_office_id ON public.vetting_batches USING btree (police_office_id);
alter table vetting_batches enable row level security;
create policy vetting_batches__agency on vetting_batches for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy vetting_batches__worker on vetting_batches for all to worker using (true) with check (true);
grant insert, select on table vetting_batches to office_face;
grant select, update on table vetting_batches to worker;
grant update (state, answered_at) on table vetting_batches to office_face;

create table vetting_exports (
  id uuid not null,
  batch_id uuid not null,
  agency_code text not null,
  purpose text not null,
  watermark text not null,
  exported_by uuid not null,
  exported_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint vetting_exports_pkey PRIMARY KEY (id),
  constraint vetting_exports__watermark UNIQUE (watermark),
  constraint vetting_exports_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_exports_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_exports_exported_by_fkey FOREIGN KEY (exported_by) REFERENCES staff_users(id),
  constraint vetting_exports__expires CHECK (((expires_at > exported_at) AND (expires_at <= (exported_at + '24:00:00'::interval))))
);
comment on table vetting_exports is 'Who took the list of a batch out, for what, until when; the file itself is made anew for each download and kept nowhere.';
CREATE INDEX vetting_exports__agency_code ON public.vetting_exports USING btree (agency_code);
CREATE INDEX vetting_exports__batch_id ON public.vetting_exports USING btree (batch_id, exported_at DESC);
CREATE INDEX vetting_exports__exported_by ON public.vetting_exports USING btree (exported_by);
alter table vetting_exports enable row level security;
create policy vetting_exports__agency on vetting_exports for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy vetting_exports__worker on vetting_exports for select to worker using (true);
grant insert, select on table vetting_exports to office_face;
grant select on table vetting_exports to worker;

create table vetting_looks (
  id uuid not null,
  application_id uuid,
  batch_id uuid,
  agency_code text not null,
  way text not null,
  purpose text,
  looked_by uuid not null,
  looked_at timestamp with time zone not null,
  constraint vetting_looks_pkey PRIMARY KEY (id),
  constraint vetting_looks_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_looks_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint vetting_looks_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_looks_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES staff_users(id),
  constraint vetting_looks__either CHECK (((application_id IS NULL) <> (batch_id IS NULL))),
  constraint vetting_looks__purpose CHECK (((purpose IS NOT NULL) OR (way = ANY (ARRAY['case'::text, 'paper'::text])))),
  constraint vetting_looks__way CHECK ((way = ANY (ARRAY['case'::text, 'detail'::text, 'paper'::text, 'export'::text])))
);
comment on table vetting_looks is 'Who looked at a result of class C4, when and in which way; append-only (DEC-2).';
CREATE INDEX vetting_looks__agency_code ON public.vetting_looks USING btree (agency_code, looked_at DESC, id);
CREATE INDEX vetting_looks__application_id ON public.vetting_looks USING btree (application_id);
CREATE INDEX vetting_looks__batch_id ON public.vetting_looks USING btree (batch_id);
CREATE INDEX vetting_looks__looked_by ON public.vetting_looks USING btree (looked_by);
alter table vetting_looks enable row level security;
create policy vetting_looks__agency on vetting_looks for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table vetting_looks to office_face;

create table vetting_mismatches (
  id uuid not null,
  answer_file_id uuid not null,
  batch_id uuid not null,
  agency_code text not null,
  row_number integer,
  kind text not null,
  request_id uuid,
  said_sealed bytea,
  state text default 'open'::text not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  note text,
  purged_at timestamp with time zone,
  constraint vetting_mismatches_pkey PRIMARY KEY (id),
  constraint vetting_mismatches_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_mismatches_answer_file_id_fkey FOREIGN KEY (answer_file_id) REFERENCES vetting_answer_files(id),
  constraint vetting_mismatches_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_mismatches_request_id_fkey FOREIGN KEY (request_id) REFERENCES vetting_requests(id),
  constraint vetting_mismatches_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES staff_users(id),
  constraint vetting_mismatches__kind CHECK ((kind = ANY (ARRAY['unknown-id'::text, 'hash-differs'::text, 'name-differs'::text, 'answered-twice'::text, 'answered-before'::text, 'missing'::text]))),
  constraint vetting_mismatches__known CHECK (((kind = 'unknown-id'::text) = (request_id IS NULL))),
  constraint vetting_mismatches__purged CHECK (((purged_at IS NULL) OR ((said_sealed IS NULL) AND (note IS NULL)))),
  constraint vetting_mismatches__row CHECK (((kind = 'missing'::text) = (row_number IS NULL))),
  constraint vetting_mismatches__settled CHECK ((((state = 'open'::text) = (settled_at IS NULL)) AND ((state = 'settled'::text) = (settled_by IS NOT NULL)))),
  constraint vetting_mismatches__state CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'settled'::text])))
);
comment on table vetting_mismatches is 'Rows of answer files that fit nobody of their batch, and people a file forgot: a work list, changing no case.';
CREATE INDEX vetting_mismatches__answer_file_id ON public.vetting_mismatches USING btree (answer_file_id);
CREATE INDEX vetting_mismatches__batch_id ON public.vetting_mismatches USING btree (batch_id);
CREATE UNIQUE INDEX vetting_mismatches__missing ON public.vetting_mismatches USING btree (request_id) WHERE ((kind = 'missing'::text) AND (state = 'open'::text));
CREATE INDEX vetting_mismatches__open ON public.vetting_mismatches USING btree (agency_code, id) WHERE (state = 'open'::text);
CREATE INDEX vetting_mismatches__request_id ON public.vetting_mismatches USING btree (request_id);
CREATE INDEX vetting_mismatches__settled_by ON public.vetting_mismatches USING btree (settled_by);
alter table vetting_mismatches enable row level security;
create policy vetting_mismatches__agency on vetting_mismatches for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
create policy vetting_mismatches__worker on vetting_mismatches for all to worker using (true) with check (true);
grant insert, select on table vetting_mismatches to office_face;
grant select, update on table vetting_mismatches to worker;
grant update (state, settled_by, settled_at, note) on table vetting_mismatches to office_face;

create table vetting_papers (
  id uuid not null,
  application_id uuid not null,
  agency_code text not null,
  kind text not null,
  issuer text,
  number_sealed bytea,
  issued_on date not null,
  valid_until date not null,
  reason text,
  scan_file_id uuid,
  state text not null,
  recorded_by uuid not null,
  recorder_person_id uuid not null,
  recorded_at timestamp with time zone not null,
  verified_by uuid,
  verifier_person_id uuid,
  verified_at timestamp with time zone,
  reject_reason text,
  purged_at timestamp with time zone,
  scan_erased_at timestamp with time zone,
  constraint vetting_papers_pkey PRIMARY KEY (id),
  constraint vetting_papers__id_application_id_state UNIQUE (id, application_id, state),
  constraint vetting_papers_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_papers_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint vetting_papers_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES staff_users(id),
  constraint vetting_papers_recorder_person_id_fkey FOREIGN KEY (recorder_person_id) REFERENCES staff_people(id),
  constraint vetting_papers_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id),
  constraint vetting_papers_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES staff_users(id),
  constraint vetting_papers_verifier_person_id_fkey FOREIGN KEY (verifier_person_id) REFERENCES staff_people(id),
  constraint vetting_papers__days CHECK (((valid_until >= issued_on) AND (issued_on <= ((recorded_at AT TIME ZONE 'Asia/Shanghai'::text))::date))),
  constraint vetting_papers__details CHECK (
CASE
    WHEN (purged_at IS NULL) THEN ((issuer IS NOT NULL) AND (number_sealed IS NOT NULL) AND (scan_file_id IS NOT NULL))
    ELSE ((issuer IS NULL) AND (number_sealed IS NULL) AND (reason IS NULL) AND (reject_reason IS NULL))
END),
  constraint vetting_papers__erased CHECK (((scan_erased_at IS NULL) OR (purged_at IS NOT NULL))),
  constraint vetting_papers__kind CHECK ((kind = ANY (ARRAY['hongkong'::text, 'macao'::text, 'taiwan'::text, 'exception'::text]))),
  constraint vetting_papers__reason CHECK (((purged_at IS NOT NULL) OR ((kind = 'exception'::text) = (reason IS NOT NULL)))),
  constraint vetting_papers__rejected CHECK (((state <> 'rejected'::text) OR (reject_reason IS NOT NULL) OR (purged_at IS NOT NULL))),
  constraint vetting_papers__state CHECK ((state = ANY (ARRAY['recorded'::text, 'verified'::text, 'rejected'::text]))),
  constraint vetting_papers__two_persons CHECK ((verifier_person_id <> recorder_person_id)),
  constraint vetting_papers__verified CHECK ((((state = 'recorded'::text) = (verified_at IS NULL)) AND ((verified_at IS NULL) = (verified_by IS NULL)) AND ((verified_at IS NULL) = (verifier_person_id IS NULL))))
);
comment on table vetting_papers is 'No-crime proofs on paper: recorded by one person, verified by another, good for that case only. Class C4.';
CREATE INDEX vetting_papers__agency_code ON public.vetting_papers USING btree (agency_code, recorded_at, id) WHERE (state = 'recorded'::text);
CREATE INDEX vetting_papers__application_id ON public.vetting_papers USING btree (application_id, recorded_at DESC);
CREATE UNIQUE INDEX vetting_papers__open ON public.vetting_papers USING btree (application_id) WHERE (state = 'recorded'::text);
CREATE INDEX vetting_papers__recorded_by ON public.vetting_papers USING btree (recorded_by);
CREATE INDEX vetting_papers__recorder_person_id ON public.vetting_papers USING btree (recorder_person_id);
CREATE INDEX vetting_papers__scan_file_id ON public.vetting_papers USING btree (scan_file_id);
CREATE INDEX vetting_papers__to_erase ON public.vetting_papers USING btree (id) WHERE ((purged_at IS NOT NULL) AND (scan_erased_at IS NULL));
CREATE INDEX vetting_papers__verified_by ON public.vetting_papers USING btree (verified_by);
CREATE INDEX vetting_papers__verifier_person_id ON public.vetting_papers USING btree (verifier_person_id);
alter table vetting_papers enable row level security;
create policy vetting_papers__read on vetting_papers for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_papers.application_id))));
create policy vetting_papers__record on vetting_papers for insert to office_face with check (((agency_code = app_agency_code()) AND (state = 'recorded'::text) AND app_holds_case(application_id)));
create policy vetting_papers__verify on vetting_papers for update to office_face using (((state = 'recorded'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_papers.application_id))))) with check (((state <> 'recorded'::text) AND app_holds_case(application_id)));
create policy vetting_papers__worker on vetting_papers for all to worker using (true) with check (true);
grant insert, select on table vetting_papers to office_face;
grant select, update on table vetting_papers to worker;
grant update (state, verified_by, verifier_person_id, verified_at, reject_reason) on table vetting_papers to office_face;

create table vetting_purges (
  id uuid not null,
  agency_code text not null,
  purged_at timestamp with time zone not null,
  cases integer not null,
  answers integer not null,
  details integer not null,
  papers integer not null,
  mismatches integer not null,
  batches integer not null,
  constraint vetting_purges_pkey PRIMARY KEY (id),
  constraint vetting_purges_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code)
);
comment on table vetting_purges is 'Reports of the purge after conclusions: how many of what went, never whose (S-129).';
CREATE INDEX vetting_purges__agency_code ON public.vetting_purges USING btree (agency_code, purged_at DESC, id);
alter table vetting_purges enable row level security;
create policy vetting_purges__agency on vetting_purges for select to office_face using ((agency_code = app_agency_code()));
create policy vetting_purges__worker on vetting_purges for all to worker using (true) with check (true);
grant insert, select on table vetting_purges to worker;
grant select on table vetting_purges to office_face;

create table vetting_requests (
  id uuid not null,
  batch_id uuid,
  application_id uuid not null,
  kind text not null,
  state text not null,
  consent_id uuid,
  requested_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  source text default 'exchange'::text not null,
  paper_id uuid,
  paper_state text,
  valid_until date,
  detail_sealed bytea,
  answer_hash bytea,
  purged_at timestamp with time zone,
  constraint vetting_requests_pkey PRIMARY KEY (id),
  constraint vetting_requests__id_application_id UNIQUE (id, application_id),
  constraint vetting_requests__paper FOREIGN KEY (paper_id, application_id, paper_state) REFERENCES vetting_papers(id, application_id, state),
  constraint vetting_requests_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint vetting_requests_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES vetting_batches(id),
  constraint vetting_requests_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES consents(id),
  constraint vetting_requests__consent CHECK (((kind <> 'offence'::text) OR (consent_id IS NOT NULL))),
  constraint vetting_requests__either CHECK (
CASE source
    WHEN 'exchange'::text THEN ((batch_id IS NOT NULL) AND (paper_id IS NULL) AND (paper_state IS NULL) AND (valid_until IS NULL))
    ELSE ((batch_id IS NULL) AND (paper_id IS NOT NULL) AND (paper_state IS NOT NULL) AND (valid_until IS NOT NULL) AND (kind = 'crime'::text) AND (state = 'clear'::text))
END),
  constraint vetting_requests__kind CHECK ((kind = ANY (ARRAY['crime'::text, 'offence'::text]))),
  constraint vetting_requests__paper_state CHECK ((paper_state = 'verified'::text)),
  constraint vetting_requests__purged CHECK ((((state = 'purged'::text) <= (purged_at IS NOT NULL)) AND ((purged_at IS NULL) OR ((detail_sealed IS NULL) AND (state = ANY (ARRAY['clear'::text, 'purged'::text])))))),
  constraint vetting_requests__source CHECK ((source = ANY (ARRAY['exchange'::text, 'paper'::text]))),
  constraint vetting_requests__state CHECK ((state = ANY (ARRAY['requested'::text, 'clear'::text, 'hit'::text, 'error'::text, 'purged'::text])))
);
comment on table vetting_requests is 'One check of one case: requested, then clear, hit or error. Class C4.';
CREATE INDEX vetting_requests__application_id ON public.vetting_requests USING btree (application_id, kind, requested_at DESC);
CREATE INDEX vetting_requests__batch_id_state ON public.vetting_requests USING btree (batch_id, state);
CREATE UNIQUE INDEX vetting_requests__open ON public.vetting_requests USING btree (application_id, kind) WHERE (state = 'requested'::text);
CREATE UNIQUE INDEX vetting_requests__paper_id ON public.vetting_requests USING btree (paper_id) WHERE (paper_id IS NOT NULL);
CREATE INDEX vetting_requests__to_purge ON public.vetting_requests USING btree (application_id) WHERE (purged_at IS NULL);
CREATE TRIGGER vetting_requests__note_standing AFTER INSERT OR UPDATE ON vetting_requests FOR EACH ROW EXECUTE FUNCTION private.note_standing();
alter table vetting_requests enable row level security;
create policy vetting_requests__answer on vetting_requests for update to office_face using (((state = 'requested'::text) AND (EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_requests.application_id))))) with check (((state = ANY (ARRAY['clear'::text, 'hit'::text, 'error'::text])) AND app_holds_case(application_id)));
create policy vetting_requests__ask on vetting_requests for insert to office_face with check ((((state = 'requested'::text) OR (source = 'paper'::text)) AND app_holds_case(application_id)));
create policy vetting_requests__read on vetting_requests for select to office_face using ((EXISTS ( SELECT 1
   FROM applications a
  WHERE (a.id = vetting_requests.application_id))));
create policy vetting_requests__worker on vetting_requests for all to worker using (true) with check (true);
grant insert, select on table vetting_requests to office_face;
grant select, update on table vetting_requests to worker;
grant update (state, answered_at, detail_sealed, answer_hash) on table vetting_requests to office_face;

create table vetting_standings (
  application_id uuid not null,
  kind text not null,
  agency_code text not null,
  due_on date,
  state text,
  answered_at timestamp with time zone,
  valid_until date,
  constraint vetting_standings_pkey PRIMARY KEY (application_id, kind),
  constraint vetting_standings_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint vetting_standings_application_id_fkey FOREIGN KEY (application_id) REFERENCES applications(id),
  constraint vetting_standings__kind CHECK ((kind = ANY (ARRAY['crime'::text, 'offence'::text])))
);
comment on table vetting_standings is 'Newest check of each kind of the cases between 受理 and conclusion; state is null where none was asked. Class C4.';
CREATE INDEX vetting_standings__answered ON public.vetting_standings USING btree (agency_code, kind, answered_at, application_id) WHERE (state = 'clear'::text);
CREATE INDEX vetting_standings__paper ON public.vetting_standings USING btree (agency_code, kind, valid_until, application_id) WHERE ((state = 'clear'::text) AND (valid_until IS NOT NULL));
CREATE INDEX vetting_standings__unanswered ON public.vetting_standings USING btree (agency_code, kind, COALESCE(due_on, 'infinity'::date), application_id) WHERE ((state IS NULL) OR (state = 'error'::text));
alter table vetting_standings enable row level security;
create policy vetting_standings__agency on vetting_standings for select to office_face using ((agency_code = app_agency_code()));
grant select on table vetting_standings to office_face;

create table window_extensions (
  id uuid not null,
  round_id uuid not null,
  province_code text not null,
  closes_at timestamp with time zone not null,
  number text not null,
  signer text not null,
  reason text not null,
  proposal_id uuid not null,
  constraint window_extensions_pkey PRIMARY KEY (id),
  constraint window_extensions__number UNIQUE (number),
  constraint window_extensions_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposals(id),
  constraint window_extensions_province_code_fkey FOREIGN KEY (province_code) REFERENCES regions(code),
  constraint window_extensions_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds(id)
);
comment on table window_extensions is 'Orders that lengthen a national window for one province (domain §8.4).';
CREATE INDEX window_extensions__proposal_id ON public.window_extensions USING btree (proposal_id);
CREATE INDEX window_extensions__province_code ON public.window_extensions USING btree (province_code);
CREATE INDEX window_extensions__round_id ON public.window_extensions USING btree (round_id, province_code);
grant select on table window_extensions to office_face;
grant select on table window_extensions to partner_face;
grant select on table window_extensions to public_face;
grant select on table window_extensions to reporter;
grant select on table window_extensions to worker;

create table work_info_collections (
  id uuid not null,
  agency_code text not null,
  year integer not null,
  due_on date not null,
  note text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  constraint work_info_collections_pkey PRIMARY KEY (id),
  constraint work_info_collections__agency_code_year UNIQUE (agency_code, year),
  constraint work_info_collections_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint work_info_collections_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES staff_users(id)
);
comment on table work_info_collections is 'Yearly collections of the 《认定机构工作信息采集表》 (ACC-10).';
CREATE INDEX work_info_collections__opened_by ON public.work_info_collections USING btree (opened_by);
alter table work_info_collections enable row level security;
create policy work_info_collections__open on work_info_collections for insert to office_face with check ((agency_code = app_agency_code()));
create policy work_info_collections__read on work_info_collections for select to office_face using ((agency_is_under(app_agency_code(), agency_code) OR agency_is_under(agency_code, app_agency_code())));
grant insert, select on table work_info_collections to office_face;

create table work_info_events (
  form_id uuid not null,
  seq integer not null,
  kind text not null,
  agency_code text not null,
  user_id uuid not null,
  at timestamp with time zone not null,
  reason text,
  constraint work_info_events_pkey PRIMARY KEY (form_id, seq),
  constraint work_info_events_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint work_info_events_form_id_fkey FOREIGN KEY (form_id) REFERENCES work_info_forms(id),
  constraint work_info_events_user_id_fkey FOREIGN KEY (user_id) REFERENCES staff_users(id),
  constraint work_info_events__kind CHECK ((kind = ANY (ARRAY['handed-in'::text, 'passed-on'::text, 'returned'::text, 'accepted'::text])))
);
comment on table work_info_events is 'Append-only way of a form upward and back.';
CREATE INDEX work_info_events__agency_code ON public.work_info_events USING btree (agency_code);
CREATE INDEX work_info_events__user_id ON public.work_info_events USING btree (user_id);
alter table work_info_events enable row level security;
create policy work_info_events__form on work_info_events for select to office_face using ((EXISTS ( SELECT 1
   FROM work_info_forms f
  WHERE (f.id = work_info_events.form_id))));
create policy work_info_events__write on work_info_events for insert to office_face with check ((agency_code = app_agency_code()));
grant insert, select on table work_info_events to office_face;

create table work_info_forms (
  id uuid not null,
  collection_id uuid not null,
  agency_code text not null,
  version integer default 1 not null,
  credit_code text not null,
  staff_sealed bytea not null,
  staff_count integer not null,
  network_addresses text[] not null,
  scan_file_id uuid,
  state text not null,
  held_by text not null,
  returned_because text,
  saved_at timestamp with time zone not null,
  handed_in_at timestamp with time zone,
  constraint work_info_forms_pkey PRIMARY KEY (id),
  constraint work_info_forms__collection_id_agency_code UNIQUE (collection_id, agency_code),
  constraint work_info_forms_agency_code_fkey FOREIGN KEY (agency_code) REFERENCES agencies(code),
  constraint work_info_forms_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES work_info_collections(id),
  constraint work_info_forms_held_by_fkey FOREIGN KEY (held_by) REFERENCES agencies(code),
  constraint work_info_forms_scan_file_id_fkey FOREIGN KEY (scan_file_id) REFERENCES files(id),
  constraint work_info_forms__own CHECK (((state <> ALL (ARRAY['filling'::text, 'returned'::text])) OR (held_by = agency_code))),
  constraint work_info_forms__returned CHECK (((state = 'returned'::text) = (returned_because IS NOT NULL))),
  constraint work_info_forms__stamped CHECK (((state <> ALL (ARRAY['handed-in'::text, 'accepted'::text])) OR ((scan_file_id IS NOT NULL) AND (handed_in_at IS NOT NULL)))),
  constraint work_info_forms__state CHECK ((state = ANY (ARRAY['filling'::text, 'handed-in'::text, 'returned'::text, 'accepted'::text])))
);
comment on table work_info_forms is '《教师资格管理信息系统认定机构工作信息采集表》 of an agency and collection, handed upward step by step.';
CREATE INDEX work_info_forms__agency_code ON public.work_info_forms USING btree (agency_code);
CREATE INDEX work_info_forms__held_by ON public.work_info_forms USING btree (held_by, collection_id) WHERE (state = 'handed-in'::text);
CREATE INDEX work_info_forms__scan_file_id ON public.work_info_forms USING btree (scan_file_id);
alter table work_info_forms enable row level security;
create policy work_info_forms__held on work_info_forms for update to office_face using (((held_by = app_agency_code()) AND (state = 'handed-in'::text))) with check (((held_by = agency_code) OR agency_is_under(app_agency_code(), held_by)));
create policy work_info_forms__held_read on work_info_forms for select to office_face using (agency_is_under(agency_code, app_agency_code()));
create policy work_info_forms__own on work_info_forms for all to office_face using ((agency_code = app_agency_code())) with check ((agency_code = app_agency_code()));
grant insert, select on table work_info_forms to office_face;
grant update (version, credit_code, staff_sealed, staff_count, network_addresses, scan_file_id, state, held_by, returned_because, saved_at, handed_in_at) on table work_info_forms to office_face;

-- Functions

CREATE OR REPLACE FUNCTION public.accept_case_move(wanted uuid, new_point uuid, point_name text, point_address text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare taken int;
begin
  update applications a set agency_code = m.to_agency, point_id = p.id, version = a.version + 1,
    snapshot = a.snapshot || jsonb_build_object('agencyName', g.name, 'pointName', point_name, 'pointAddress', point_address)
  from case_moves m join agencies g on g.code = m.to_agency, points p
  where m.id = wanted and m.application_id = a.id and m.state = 'proposed' and m.to_agency = app_agency_code()
    and a.agency_code = m.from_agency and p.id = new_point and p.agency_code = m.to_agency and p.is_active
    and a.conclusion is null and a.withdrawn_at is null;
  get diagnostics taken = row_count;
  return taken;
end $function$;
grant execute on function accept_case_move(uuid,uuid,text,text) to office_face;

CREATE OR REPLACE FUNCTION public.account_at_desk(wanted bytea)
 RETURNS TABLE(id uuid, document_type text, name text, number_sealed bytea, phone_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select id, document_type, name, number_sealed, phone_sealed from accounts where person_index = wanted and claimed_at is not null $function$;
grant execute on function account_at_desk(bytea) to office_face;

CREATE OR REPLACE FUNCTION public.account_of_request(request_id uuid)
 RETURNS TABLE(name text, number_sealed bytea, phone_sealed bytea, ethnic_group text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select a.name, a.number_sealed, a.phone_sealed, a.ethnic_group from service_requests r join accounts a on a.id = r.account_id
    where r.id = request_id and r.agency_code = app_agency_code()
  $function$;
grant execute on function account_of_request(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.accounts_for_sign_in(wanted bytea)
 RETURNS TABLE(id uuid, password_hash text, phone_sealed bytea, phone_index bytea, claimed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$select id, password_hash, phone_sealed, phone_index, claimed_at is not null from accounts
      where person_index = wanted and (lapses_at is null or lapses_at > app_now())
      order by claimed_at nulls last, created_at desc limit 5$function$;
grant execute on function accounts_for_sign_in(bytea) to public_face;

CREATE OR REPLACE FUNCTION public.activate_staff_user(of_activation uuid, new_hash text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  wanted uuid;
begin
  update staff_activations set used_at = app_now()
    where id = of_activation and used_at is null and ended_at is null and expires_at > app_now() and tries <= 5
    returning user_id into wanted;
  if wanted is null then return null; end if;
  update staff_users set password_hash = new_hash, activated_at = app_now() where id = wanted and enabled;
  if not found then return null; end if;
  update staff_sessions set ended_at = app_now(), ended_because = 'password-set' where user_id = wanted and ended_at is null;
  insert into staff_filing_events (person_id, agency_code, kind, actor_person_id)
    select u.person_id, p.agency_code, 'activated', u.person_id
    from staff_users u join staff_people p on p.id = u.person_id where u.id = wanted;
  return wanted;
end $function$;
grant execute on function activate_staff_user(uuid,text) to office_face;

CREATE OR REPLACE FUNCTION public.agencies_under(upper_code text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive below as (
      select code from agencies where code = upper_code
      union all
      select a.code from below join agencies a on a.parent_code = below.code
    )
    select code from below
  $function$;
grant execute on function agencies_under(text) to auditor;
grant execute on function agencies_under(text) to office_face;
grant execute on function agencies_under(text) to partner_face;
grant execute on function agencies_under(text) to public_face;
grant execute on function agencies_under(text) to reporter;
grant execute on function agencies_under(text) to worker;

CREATE OR REPLACE FUNCTION public.agency_is_under(lower_code text, upper_code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code from agencies where code = lower_code
      union all
      select a.code, a.parent_code from up join agencies a on a.code = up.parent_code
    )
    select exists (select 1 from up where code = upper_code)
  $function$;
grant execute on function agency_is_under(text,text) to auditor;
grant execute on function agency_is_under(text,text) to office_face;
grant execute on function agency_is_under(text,text) to partner_face;
grant execute on function agency_is_under(text,text) to public_face;
grant execute on function agency_is_under(text,text) to reporter;
grant execute on function agency_is_under(text,text) to worker;

CREATE OR REPLACE FUNCTION public.agency_now(wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select coalesce(successor_code, code) from agencies where code = wanted $function$;
grant execute on function agency_now(text) to auditor;
grant execute on function agency_now(text) to office_face;
grant execute on function agency_now(text) to partner_face;
grant execute on function agency_now(text) to public_face;
grant execute on function agency_now(text) to reporter;
grant execute on function agency_now(text) to worker;

CREATE OR REPLACE FUNCTION public.align_certificates(of_entry uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  person bytea;
  bar uuid;
  freed record;
begin
  select person_index into person from restrictions where id = of_entry;
  if person is null then return; end if;
  select restriction_id into bar from restriction_outcome(person, (app_now() at time zone 'Asia/Shanghai')::date)
    where outcome = 'barred';
  if bar is not null then
    perform suspend_certificates(person, bar);
    return;
  end if;
  for freed in
    update certificates set state = 'valid' where person_index = person and state = 'suspended' returning id
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, restriction_id)
      select freed.id, coalesce(max(seq), 0) + 1, 'restored', app_now(), 'restriction', of_entry
      from certificate_events where certificate_id = freed.id;
    update revocation_items set closed_at = app_now() where certificate_id = freed.id and closed_at is null;
  end loop;
end $function$;
grant execute on function align_certificates(uuid) to worker;

CREATE OR REPLACE FUNCTION public.app_agencies_above()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select parent_code as code from agencies where code = app_agency_code()
      union all
      select a.parent_code from up join agencies a on a.code = up.code
    )
    select coalesce(array_agg(code) filter (where code is not null), '{}') from up
  $function$;
grant execute on function app_agencies_above() to office_face;

CREATE OR REPLACE FUNCTION public.app_agencies_administered()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select array(select agencies_under(app_agency_code())) $function$;
grant execute on function app_agencies_administered() to office_face;
grant execute on function app_agencies_administered() to worker;

CREATE OR REPLACE FUNCTION public.app_agencies_below()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select case when app_reach() = 'below' then array(select agencies_under(app_agency_code())) else '{}' end $function$;
grant execute on function app_agencies_below() to auditor;
grant execute on function app_agencies_below() to office_face;
grant execute on function app_agencies_below() to partner_face;
grant execute on function app_agencies_below() to public_face;
grant execute on function app_agencies_below() to reporter;
grant execute on function app_agencies_below() to worker;

CREATE OR REPLACE FUNCTION public.app_agency_children()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select array(select code from agencies where parent_code = app_agency_code()) $function$;
grant execute on function app_agency_children() to office_face;

CREATE OR REPLACE FUNCTION public.app_agency_code()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('app.agency_code'::text, true), ''::text);
grant execute on function app_agency_code() to auditor;
grant execute on function app_agency_code() to office_face;
grant execute on function app_agency_code() to partner_face;
grant execute on function app_agency_code() to public_face;
grant execute on function app_agency_code() to reporter;
grant execute on function app_agency_code() to worker;

CREATE OR REPLACE FUNCTION public.app_agency_parent()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select parent_code from agencies where code = app_agency_code() $function$;
grant execute on function app_agency_parent() to office_face;

CREATE OR REPLACE FUNCTION public.app_consultation_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.consultation_id'::text, true), ''::text))::uuid;
grant execute on function app_consultation_id() to office_face;
grant execute on function app_consultation_id() to public_face;
grant execute on function app_consultation_id() to worker;

CREATE OR REPLACE FUNCTION public.app_consultation_kinds()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with held as (
      select unnest(u.roles) as role from staff_users u where u.id = app_officer_id()
      union all
      select unnest(staff_delegated_roles(app_officer_id()))
    )
    select array(select 'consultation' from held where role = 'publicity' union select 'complaint' from held where role = 'publicity'
      union select 'fraud' from held where role = 'restrict')
  $function$;
grant execute on function app_consultation_kinds() to office_face;

CREATE OR REPLACE FUNCTION public.app_holds_case(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
    select exists (select 1 from applications a where a.id = wanted
      and (a.agency_code = app_agency_code() or a.conclusion = 'passed' and agency_now(a.agency_code) = app_agency_code())
      and (app_point_id() is null or a.point_id = app_point_id()))
  $function$;
grant execute on function app_holds_case(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$select date_trunc('milliseconds', now() + coalesce((select offset_by from clock_offsets), interval '0'))$function$;
grant execute on function app_now() to auditor;
grant execute on function app_now() to office_face;
grant execute on function app_now() to partner_face;
grant execute on function app_now() to public_face;
grant execute on function app_now() to reporter;
grant execute on function app_now() to worker;

CREATE OR REPLACE FUNCTION public.app_officer_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.officer_id'::text, true), ''::text))::uuid;
grant execute on function app_officer_id() to auditor;
grant execute on function app_officer_id() to office_face;
grant execute on function app_officer_id() to partner_face;
grant execute on function app_officer_id() to public_face;
grant execute on function app_officer_id() to reporter;
grant execute on function app_officer_id() to worker;

CREATE OR REPLACE FUNCTION public.app_person_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.person_id'::text, true), ''::text))::uuid;
grant execute on function app_person_id() to auditor;
grant execute on function app_person_id() to office_face;
grant execute on function app_person_id() to partner_face;
grant execute on function app_person_id() to public_face;
grant execute on function app_person_id() to reporter;
grant execute on function app_person_id() to worker;

CREATE OR REPLACE FUNCTION public.app_point_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.point_id'::text, true), ''::text))::uuid;
grant execute on function app_point_id() to auditor;
grant execute on function app_point_id() to office_face;
grant execute on function app_point_id() to partner_face;
grant execute on function app_point_id() to public_face;
grant execute on function app_point_id() to reporter;
grant execute on function app_point_id() to worker;

CREATE OR REPLACE FUNCTION public.app_predecessors()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select array(select code from agencies where successor_code = app_agency_code()) $function$;
grant execute on function app_predecessors() to auditor;
grant execute on function app_predecessors() to office_face;
grant execute on function app_predecessors() to partner_face;
grant execute on function app_predecessors() to public_face;
grant execute on function app_predecessors() to reporter;
grant execute on function app_predecessors() to worker;

CREATE OR REPLACE FUNCTION public.app_reach()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN NULLIF(current_setting('app.reach'::text, true), ''::text);
grant execute on function app_reach() to auditor;
grant execute on function app_reach() to office_face;
grant execute on function app_reach() to partner_face;
grant execute on function app_reach() to public_face;
grant execute on function app_reach() to reporter;
grant execute on function app_reach() to worker;

CREATE OR REPLACE FUNCTION public.append_audit(facts jsonb)
 RETURNS TABLE(seq bigint, seconds_back integer)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  line audit_events;
  chain audit_lanes;
begin
  line := jsonb_populate_record(null::audit_events, facts - array['address_hash', 'device_hash', 'before_hash', 'after_hash', 'mac']);
  line.address_hash := decode(facts ->> 'address_hash', 'hex');
  line.device_hash := decode(facts ->> 'device_hash', 'hex');
  line.before_hash := decode(facts ->> 'before_hash', 'hex');
  line.after_hash := decode(facts ->> 'after_hash', 'hex');
  line.mac := decode(facts ->> 'mac', 'hex');
  line.lane := (get_byte(sha256(convert_to(line.object_kind || ':' || line.object_id, 'UTF8')), 0) % 64)::smallint;
  line.at := app_now();
  select * into chain from audit_lanes l where l.lane = line.lane for update;
  line.seq := chain.last_seq + 1;
  line.previous := chain.head;
  line.digest := audit_digest(line);
  line.hash := sha256(chain.head || line.digest);
  insert into audit_events (lane, seq, id, at, event, outcome, actor_kind, actor_id, agency_code, key_serial, object_kind, object_id,
      address_hash, correlation_id, detail, mac, previous, hash, actor_person_id, actor_roles, device_hash, reason, before_hash, after_hash, digest)
    values (line.lane, line.seq, line.id, line.at, line.event, line.outcome, line.actor_kind, line.actor_id, line.agency_code,
      line.key_serial, line.object_kind, line.object_id, line.address_hash, line.correlation_id, line.detail, line.mac, line.previous,
      line.hash, line.actor_person_id, line.actor_roles, line.device_hash, line.reason, line.before_hash, line.after_hash, line.digest);
  update audit_lanes l set last_seq = line.seq, head = line.hash, last_at = line.at where l.lane = line.lane;
  seq := line.seq;
  -- A transaction tells the time of its beginning, so two in a row may be some seconds apart the wrong way round.
  seconds_back := case when chain.last_at - line.at > interval '2 minutes' then extract(epoch from chain.last_at - line.at)::int else 0 end;
  return next;
end $function$;
grant execute on function append_audit(jsonb) to office_face;
grant execute on function append_audit(jsonb) to partner_face;
grant execute on function append_audit(jsonb) to public_face;
grant execute on function append_audit(jsonb) to worker;

CREATE OR REPLACE FUNCTION public.apply_proposal(wanted_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  p proposals;
begin
  select * into p from proposals where id = wanted_id and state = 'approved' and decided_at = app_now();
  if not found then raise exception 'not approved in this transaction'; end if;
  if p.kind in ('policy-row', 'policy-end') then
    perform private.apply_policy(p, (app_now() at time zone 'Asia/Shanghai')::date);
  elsif p.kind = 'calendar-year' then
    perform private.apply_calendar_year(p);
  else
    perform private.apply_window(p);
  end if;
end $function$;
grant execute on function apply_proposal(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.audit_actor_name(of_user uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select p.name || '（' || u.username || '）' from staff_users u join staff_people p on p.id = u.person_id
    where u.id = of_user and private.is_auditor()
  $function$;
grant execute on function audit_actor_name(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.audit_chain_state()
 RETURNS TABLE(size bigint, checkpoint_number bigint, checkpoint_at timestamp with time zone, checkpoint_size bigint, checkpoint_root bytea, verified_at timestamp with time zone, verified_size bigint, verified_checkpoints integer, faults jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select (select sum(last_seq)::bigint from audit_lanes), c.number, c.made_at, c.size, c.root, v.verified_at, v.size, v.checkpoints, v.faults
    from (select 1) as one
    left join lateral (select * from audit_checkpoints order by number desc limit 1) c on true
    left join lateral (select * from audit_verifications order by verified_at desc limit 1) v on true
    where private.is_auditor()
  $function$;
grant execute on function audit_chain_state() to office_face;

CREATE OR REPLACE FUNCTION public.audit_digest(line audit_events)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
RETURN sha256((convert_to(audit_said(line), 'UTF8'::name) || (line).mac));
grant execute on function audit_digest(audit_events) to auditor;
grant execute on function audit_digest(audit_events) to worker;

CREATE OR REPLACE FUNCTION public.audit_event_of(wanted uuid)
 RETURNS TABLE(line audit_events, is_content_whole boolean, is_chained boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select e, audit_link(e) = e.hash and (e.digest is null or e.digest = audit_digest(e)),
      e.previous = coalesce((select b.hash from audit_events b where b.lane = e.lane and b.seq = e.seq - 1), '\x')
    from audit_events e where e.id = wanted and audit_visible(e)
  $function$;
grant execute on function audit_event_of(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.audit_growth(from_number bigint, to_number bigint)
 RETURNS TABLE(lane smallint, digests bytea[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select g.lane, array_agg(e.digest order by e.seq)
    from audit_checkpoints a, audit_checkpoints b, generate_series(0, 63) as g (lane)
    join audit_events e on e.lane = g.lane
    where a.number = from_number and b.number = to_number and private.is_auditor()
      and e.seq > (a.heads -> g.lane ->> 'seq')::bigint and e.seq <= (b.heads -> g.lane ->> 'seq')::bigint
    group by g.lane order by g.lane
  $function$;
grant execute on function audit_growth(bigint,bigint) to office_face;

CREATE OR REPLACE FUNCTION public.audit_link(line audit_events)
 RETURNS bytea
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
RETURN CASE WHEN ((line).digest IS NULL) THEN sha256((((line).previous || convert_to(audit_said(line), 'UTF8'::name)) || (line).mac)) ELSE sha256(((line).previous || audit_digest(line))) END;
grant execute on function audit_link(audit_events) to auditor;
grant execute on function audit_link(audit_events) to worker;

CREATE OR REPLACE FUNCTION public.audit_proof_of(wanted uuid)
 RETURNS TABLE(lane smallint, seq bigint, said text, mac bytea, previous bytea, checkpoint bigint, made_at timestamp with time zone, size bigint, heads jsonb, root bytea, signature text, later bytea[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select e.lane, e.seq, audit_said(e), e.mac, e.previous, c.number, c.made_at, c.size, c.heads, c.root, c.signature,
      array(select l.digest from audit_events l where l.lane = e.lane and l.seq > e.seq
        and l.seq <= (c.heads -> e.lane::int ->> 'seq')::bigint order by l.seq)
    from audit_events e
    left join lateral (
      select * from audit_checkpoints k
      where k.made_at >= e.at - interval '5 minutes' and (k.heads -> e.lane::int ->> 'seq')::bigint >= e.seq
      order by k.made_at, k.number limit 1
    ) c on true
    where e.id = wanted and e.digest is not null and audit_visible(e)
  $function$;
grant execute on function audit_proof_of(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.audit_said(line audit_events)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
RETURN (((((line).seq || '|'::text) || to_char(((line).at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US'::text)) || '|'::text) || audit_text(line));
grant execute on function audit_said(audit_events) to auditor;
grant execute on function audit_said(audit_events) to worker;

CREATE OR REPLACE FUNCTION public.audit_search(asked jsonb, most integer)
 RETURNS SETOF audit_events
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  tree text[] := array(select agencies_under(app_agency_code()));
  is_all boolean := app_agency_code() = '00000';
begin
  if not private.is_auditor() then return; end if;
  return query
    select e.* from audit_events e
    where e.at >= (asked ->> 'from')::timestamptz and e.at < (asked ->> 'to')::timestamptz
      and (asked ->> 'before' is null or e.number < (asked ->> 'before')::bigint)
      and (asked ->> 'event' is null or e.event = asked ->> 'event' or starts_with(e.event, (asked ->> 'event') || '.'))
      and (asked ->> 'outcome' is null or e.outcome = asked ->> 'outcome')
      and (asked ->> 'object' is null or e.object_id = asked ->> 'object')
      and (asked ->> 'agency' is null or e.agency_code = asked ->> 'agency')
      and (asked ->> 'actor' is null or e.actor_id in (select u.id from staff_users u where u.username = asked ->> 'actor'))
      and (is_all or e.agency_code = any (tree) or (e.agency_code is null and case
        when e.object_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
        when e.object_kind = 'application'
          then exists (select 1 from applications a where a.id = e.object_id::uuid and a.agency_code = any (tree))
        when e.object_kind = 'consultation'
          then exists (select 1 from consultations c where c.id = e.object_id::uuid and c.agency_code = any (tree))
        else false end))
    order by e.number desc limit least(most, 10001);
end $function$;
grant execute on function audit_search(jsonb,integer) to office_face;

CREATE OR REPLACE FUNCTION public.audit_text(line audit_events)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ((((((audit_text((line).id, (line).event, (line).outcome, (line).actor_kind, (line).actor_id, (line).agency_code, (line).key_serial, (line).object_kind, (line).object_id, (line).address_hash, (line).correlation_id, (line).detail) || COALESCE(('|person='::text || ((line).actor_person_id)::text), ''::text)) || COALESCE(('|roles='::text || array_to_string((line).actor_roles, ','::text)), ''::text)) || COALESCE(('|device='::text || encode((line).device_hash, 'hex'::text)), ''::text)) || COALESCE(('|reason='::text || (line).reason), ''::text)) || COALESCE(('|before='::text || encode((line).before_hash, 'hex'::text)), ''::text)) || COALESCE(('|after='::text || encode((line).after_hash, 'hex'::text)), ''::text));
grant execute on function audit_text(audit_events) to auditor;
grant execute on function audit_text(audit_events) to worker;

CREATE OR REPLACE FUNCTION public.audit_text(id uuid, event text, outcome text, actor_kind text, actor_id uuid, agency_code text, key_serial text, object_kind text, object_id text, address_hash bytea, correlation_id text, detail jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN concat_ws('|'::text, id, event, outcome, actor_kind, COALESCE((actor_id)::text, '-'::text), COALESCE(agency_code, '-'::text), COALESCE(key_serial, '-'::text), object_kind, object_id, COALESCE(encode(address_hash, 'hex'::text), '-'::text), correlation_id, (detail)::text);
grant execute on function audit_text(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb) to auditor;
grant execute on function audit_text(uuid,text,text,text,uuid,text,text,text,text,bytea,text,jsonb) to worker;

CREATE OR REPLACE FUNCTION public.audit_visible(line audit_events)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select private.is_auditor() and (app_agency_code() = '00000' or line.agency_code in (select agencies_under(app_agency_code()))
      or (line.agency_code is null and line.object_kind = 'application' and line.object_id ~ '^[0-9a-f-]{36}$'
        and exists (select 1 from applications a where a.id = line.object_id::uuid and a.agency_code in (select agencies_under(app_agency_code()))))
      or (line.agency_code is null and line.object_kind = 'consultation' and line.object_id ~ '^[0-9a-f-]{36}$'
        and exists (select 1 from consultations c where c.id = line.object_id::uuid and c.agency_code in (select agencies_under(app_agency_code())))))
  $function$;

CREATE OR REPLACE FUNCTION public.case_below(wanted uuid)
 RETURNS TABLE(agency_code text, stage text, due_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select a.agency_code, a.stage, a.due_on from applications a
    where a.id = wanted and a.agency_code <> app_agency_code() and agency_is_under(a.agency_code, app_agency_code())
  $function$;
grant execute on function case_below(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.channel_recipients(of_post uuid)
 RETURNS TABLE(agency_code text, agency_name text, user_id uuid, name text, read_at timestamp with time zone, confirmed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with post as (
      select * from channel_posts p where p.id = of_post and p.agency_code = app_agency_code()
    ), reached as (
      select below.code from post p cross join lateral agencies_under(p.agency_code) as below(code)
        where p.audience = 'below' and below.code <> p.agency_code
      union
      select a.code from post p join agencies a on a.parent_code = p.agency_code where p.audience = 'direct'
      union
      select p.to_agency_code from post p where p.audience = 'agency'
    )
    select a.code, a.name, u.id, s.name, c.read_at, c.confirmed_at
    from post p cross join reached r join agencies a on a.code = r.code and a.status = 'active'
    join staff_users u on u.agency_code = r.code and u.enabled and not ('audit' = any (u.roles))
      and (cardinality(p.roles) = 0 or u.roles && p.roles)
    join staff_people s on s.id = u.person_id left join channel_receipts c on c.post_id = p.id and c.user_id = u.id
  $function$;
grant execute on function channel_recipients(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.channel_writer(of_post uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select agency_code from channel_posts where id = of_post and (to_agency_code = app_agency_code()
      or (to_agency_code is null and agency_is_under(app_agency_code(), agency_code)))
  $function$;
grant execute on function channel_writer(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.check_certificate(wanted_number text, wanted_name_key text, wanted_person bytea)
 RETURNS TABLE(name text, number text, qualification_type smallint, subject_name text, agency_name text, issued_on date, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select name, number, qualification_type, subject_name, agency_name, issued_on, state from certificates
    where number = wanted_number and name_key = wanted_name_key and person_index = wanted_person
  $function$;
grant execute on function check_certificate(text,text,bytea) to public_face;

CREATE OR REPLACE FUNCTION public.consultation_desks(of_region text)
 RETURNS TABLE(code text, name text, level text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code, 0 as depth from regions where code = of_region
      union all
      select r.code, r.parent_code, up.depth + 1 from up join regions r on r.code = up.parent_code
    ), own as (
      select coalesce(a.successor_code, a.code) as code, up.depth from up join agencies a on a.region_code = up.code
    ), named as (
      select code, depth from own union select '00000', 99
    )
    select a.code, a.name, a.level from (select n.code, min(n.depth) as depth from named n group by n.code) n
      join agencies a on a.code = n.code where a.status = 'active' order by n.depth, a.code
  $function$;
grant execute on function consultation_desks(text) to public_face;

CREATE OR REPLACE FUNCTION public.consultation_handlers(of_kind text)
 RETURNS TABLE(user_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select u.id, p.name from staff_users u join staff_people p on p.id = u.person_id
    where u.agency_code = app_agency_code() and u.enabled
      and case when of_kind = 'fraud' then 'restrict' else 'publicity' end = any (u.roles)
    order by p.name, u.id
  $function$;
grant execute on function consultation_handlers(text) to office_face;

CREATE OR REPLACE FUNCTION public.consultation_officer_name(of_user uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select p.name from staff_users u join staff_people p on p.id = u.person_id where u.id = of_user $function$;
grant execute on function consultation_officer_name(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.consultation_targets()
 RETURNS TABLE(code text, name text, level text, is_above boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code, 0 as depth from agencies where code = app_agency_code()
      union all
      select a.code, a.parent_code, up.depth + 1 from up join agencies a on a.code = up.parent_code
    )
    select a.code, a.name, a.level, true from up join agencies a on a.code = up.code where up.depth > 0
    union all
    select a.code, a.name, a.level, false from agencies a
      where a.status = 'active' and a.code <> app_agency_code()
        and case when app_agency_code() = '00000' then a.parent_code = '00000'
          else a.code in (select agencies_under(app_agency_code())) end
    order by 4 desc, 1
  $function$;
grant execute on function consultation_targets() to office_face;

CREATE OR REPLACE FUNCTION public.correct_ethnic_group(request_id uuid, code text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    update accounts set ethnic_group = code where id = (
      select account_id from service_requests
      where id = request_id and agency_code = app_agency_code() and field = 'ethnic-group' and state = 'waiting')
  $function$;
grant execute on function correct_ethnic_group(uuid,text) to office_face;

CREATE OR REPLACE FUNCTION public.count_bookings_outside(windows jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ begin
    return (select count(*)::int from appointments a join appointment_slots s on s.id = a.slot_id
      where a.agency_code = app_agency_code() and a.state = 'booked' and s.starts_at > app_now() and not exists (
        select 1 from jsonb_to_recordset(windows) as w ("pointId" uuid, "opensAt" timestamptz, "closesAt" timestamptz)
        where w."pointId" = s.point_id and w."opensAt" <= s.starts_at and s.ends_at <= w."closesAt"));
  end $function$;
grant execute on function count_bookings_outside(jsonb) to office_face;

CREATE OR REPLACE FUNCTION public.count_cases_below(upper_code text)
 RETURNS TABLE(agency_code text, due_on date, count bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive below as (
      select a.code, a.code as top from agencies a
      where a.parent_code = upper_code and upper_code = any (app_agencies_below())
      union all
      -- offset 0 keeps the index of parents in use: the planner expects hundreds of rows where there are ten.
      select a.code, b.top from below b cross join lateral (select code from agencies where parent_code = b.code offset 0) a
    )
    select b.top, n.due_on, sum(n.count) from below b cross join lateral (
      select c.due_on, c.count from case_due_counters c where c.agency_code = b.code
      union all
      select c.due_on, c.delta::integer from case_counter_changes c where c.agency_code = b.code
    ) n
    group by 1, 2
  $function$;
grant execute on function count_cases_below(text) to office_face;

CREATE OR REPLACE FUNCTION public.count_changed_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, sum(delta) from (
    select agency_code, point_id, stage, due_on, 1 as delta from new_rows where stage <> 'closed'
    union all
    select agency_code, point_id, stage, due_on, -1 from old_rows where stage <> 'closed') changed
  group by 1, 2, 3, 4 having sum(delta) <> 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_new_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, count(*) from new_rows where stage <> 'closed' group by 1, 2, 3, 4;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_own_drafts()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select count(*)::int from drafts where steps -> 'agency' ->> 'agencyCode' = app_agency_code() $function$;
grant execute on function count_own_drafts() to office_face;

CREATE OR REPLACE FUNCTION public.count_plans_outside(wanted_round uuid, network tstzrange, confirm tstzrange)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select count(*)::int from agency_plans p
    where p.round_id = wanted_round and p.agency_code <> app_agency_code() and agency_is_under(p.agency_code, app_agency_code())
      and (not network @> tstzrange(p.network_opens_at, p.network_closes_at)
        or not confirm @> tstzrange(p.confirm_opens_at, p.confirm_closes_at))
  $function$;
grant execute on function count_plans_outside(uuid,tstzrange,tstzrange) to office_face;

CREATE OR REPLACE FUNCTION public.count_rating()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into rating_counters as c (agency_code, month, score, count)
    values (new.agency_code, to_char(new.rated_at at time zone 'Asia/Shanghai', 'YYYY-MM'), new.score, 1)
  on conflict (agency_code, month, score) do update set count = c.count + 1;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_removed_cases()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
  select agency_code, point_id, stage, due_on, -count(*) from old_rows where stage <> 'closed' group by 1, 2, 3, 4;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.draw_entries(wanted_draw uuid)
 RETURNS TABLE(request_id uuid, place integer, is_won boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select r.id, r.place, r.state = 'won' from appointment_requests r join appointment_draws d on d.id = r.draw_id
    where r.draw_id = wanted_draw and d.drawn_at is not null and r.place is not null order by r.place
  $function$;
grant execute on function draw_entries(uuid) to public_face;

CREATE OR REPLACE FUNCTION public.emergency_open_until(of_user uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select max(closes_at) from emergency_openings
    where user_id = of_user and opened_at is not null and closed_at is null and closes_at > app_now()
  $function$;
grant execute on function emergency_open_until(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.emergency_watchers_of(of_agency text)
 RETURNS TABLE(person_id uuid, phone_sealed bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select distinct p.id, r.phone_sealed from staff_users u join staff_people p on p.id = u.person_id
      join staff_profiles r on r.person_id = p.id
    where of_agency = any (app_agencies_administered()) and u.enabled and 'security' = any (u.roles) and r.phone_sealed is not null
      and p.filed_from <= app_now() and p.filed_until > app_now() and agency_is_under(of_agency, u.agency_code)
  $function$;
grant execute on function emergency_watchers_of(text) to office_face;

CREATE OR REPLACE FUNCTION public.end_staff_person(of_person uuid, why text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  moment timestamptz := app_now();
begin
  update staff_people set left_at = moment, left_reason = why,
      filed_from = least(filed_from, moment), filed_until = least(coalesce(filed_until, moment), moment)
    where id = of_person and left_at is null and agency_code = any (app_agencies_administered());
  if not found then return false; end if;
  update staff_users set enabled = false, disabled_at = moment, disabled_because = 'left' where person_id = of_person and enabled;
  update staff_sessions s set ended_at = moment, ended_because = 'left'
    from staff_users u where u.id = s.user_id and u.person_id = of_person and s.ended_at is null;
  update staff_keys k set revoked_at = moment, revoked_because = 'left'
    from staff_users u where u.id = k.user_id and u.person_id = of_person and k.revoked_at is null;
  update staff_delegations d set ended_at = moment, ended_because = 'left'
    from staff_users u where u.id in (d.from_user_id, d.to_user_id) and u.person_id = of_person and d.ended_at is null;
  update staff_activations a set ended_at = moment
    from staff_users u where u.id = a.user_id and u.person_id = of_person and a.used_at is null and a.ended_at is null;
  return true;
end $function$;
grant execute on function end_staff_person(uuid,text) to office_face;

CREATE OR REPLACE FUNCTION public.enter_staff_person(new_id uuid, wanted bytea, new_name text, at_agency text)
 RETURNS TABLE(id uuid, outcome text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  known staff_people;
begin
  if not coalesce(at_agency = any (app_agencies_administered()), false) then
    raise exception 'not an agency of this scope' using errcode = '42501';
  end if;
  insert into staff_people (id, name, person_index, agency_code) values (new_id, new_name, wanted, at_agency)
    on conflict (person_index) do nothing;
  if found then
    return query select new_id, 'entered'::text;
    return;
  end if;
  select * into known from staff_people p where p.person_index = wanted for update;
  if known.left_at is null then
    return query select known.id, case when known.agency_code = any (app_agencies_administered()) then 'present' else 'elsewhere' end;
    return;
  end if;
  update staff_people p set agency_code = at_agency, name = new_name, left_at = null, left_reason = null,
    filed_from = null, filed_until = null where p.id = known.id;
  return query select known.id, 'returned'::text;
end $function$;
grant execute on function enter_staff_person(uuid,bytea,text,text) to office_face;

CREATE OR REPLACE FUNCTION public.exam_bar_known(person bytea, decision text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select exists (select 1 from restriction_entries where person_index = person and kind = 'exam-cheat'
      and decision_number = decision and purpose = 'entry' and state in ('pending', 'effective'))
  $function$;
grant execute on function exam_bar_known(bytea,text) to office_face;

CREATE OR REPLACE FUNCTION public.fold_case_counters()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  with taken as (delete from case_counter_changes returning agency_code, point_id, stage, due_on, delta),
  by_due as (
    insert into case_due_counters as c (agency_code, due_on, count)
    select agency_code, due_on, sum(delta) from taken group by 1, 2 order by 1, 2
    on conflict on constraint case_due_counters__place do update set count = c.count + excluded.count
  )
  insert into case_counters as c (agency_code, point_id, stage, due_on, count)
  select agency_code, point_id, stage, due_on, sum(delta) from taken group by 1, 2, 3, 4 order by 1, 2, 3, 4
  on conflict on constraint case_counters__place do update set count = c.count + excluded.count;
  delete from case_counters where count = 0;
  delete from case_due_counters where count = 0;
end $function$;
grant execute on function fold_case_counters() to worker;

CREATE OR REPLACE FUNCTION public.has_medical_record(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select exists (select 1 from medical_records m join applications a on a.id = m.application_id
      where m.application_id = wanted and (a.account_id = app_person_id() or a.agency_code = app_agency_code()))
  $function$;
grant execute on function has_medical_record(uuid) to office_face;
grant execute on function has_medical_record(uuid) to public_face;

CREATE OR REPLACE FUNCTION public.has_yearly_training(wanted_agency text, wanted_year integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code from agencies where code = wanted_agency
      union all
      select a.code, a.parent_code from up join agencies a on a.code = up.parent_code where a.level <> 'nation'
    )
    select exists (
      select 1 from training_sessions s join up on up.code = s.agency_code join agencies a on a.code = s.agency_code
      where a.level = 'province' and s.is_whole and s.withdrawn_at is null and s.kinds @> array['policy']
        and extract(year from s.held_to) = wanted_year)
  $function$;
grant execute on function has_yearly_training(text,integer) to office_face;

CREATE OR REPLACE FUNCTION public.is_person_trained(wanted_person uuid, wanted_kind text, since date, until date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select exists (
      select 1 from training_attendances t join training_sessions s on s.id = t.session_id
      where t.person_id = wanted_person and t.attended and s.withdrawn_at is null and s.kinds @> array[wanted_kind]
        and s.held_to between since and until)
  $function$;
grant execute on function is_person_trained(uuid,text,date,date) to office_face;

CREATE OR REPLACE FUNCTION public.lock_slots(wanted uuid[])
 RETURNS SETOF appointment_slots
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select * from appointment_slots where id = any (wanted) order by id for update $function$;
grant execute on function lock_slots(uuid[]) to public_face;
grant execute on function lock_slots(uuid[]) to worker;

CREATE OR REPLACE FUNCTION public.move_agency_work(from_code text, to_code text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$;
grant execute on function move_agency_work(text,text) to worker;

CREATE OR REPLACE FUNCTION public.note_emergency_read(of_user uuid, asked_endpoint text, asked_object text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into emergency_reads (opening_id, at, endpoint, object_id)
    select id, app_now(), asked_endpoint, asked_object from emergency_openings
    where user_id = of_user and opened_at is not null and closed_at is null and closes_at > app_now();
  return found;
end $function$;
grant execute on function note_emergency_read(uuid,text,text) to office_face;

CREATE OR REPLACE FUNCTION public.notice_is_over(wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select exists (select 1 from notices where id = wanted and published_at <= app_now()
    and (taken_down_at <= app_now() or withdrawn_at is not null)) $function$;
grant execute on function notice_is_over(uuid) to public_face;

CREATE OR REPLACE FUNCTION public.object_to_recovery(wanted_number text, code_hash bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    update service_requests set state = 'objected', closed_at = app_now(), new_phone_sealed = null, new_phone_index = null
    where number = wanted_number and kind = 'phone-recovery' and state = 'waiting' and effective_at > app_now()
      and (objection_hash = code_hash or account_id = app_person_id())
    returning id
  $function$;
grant execute on function object_to_recovery(text,bytea) to public_face;

CREATE OR REPLACE FUNCTION public.office_address_state(agency text, officer uuid, address inet, at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select case when count(*) = 0 then 'none' when bool_or(address <<= r.network) then 'listed' else 'unlisted' end
    from staff_address_rules r
    where r.agency_code = agency and (r.user_id is null or r.user_id = officer)
      and r.starts_at <= at and (r.ends_at is null or r.ends_at > at)
  $function$;
grant execute on function office_address_state(text,uuid,inet,timestamp with time zone) to office_face;

CREATE OR REPLACE FUNCTION public.officer_conflicts(wanted uuid[])
 RETURNS TABLE(application_id uuid, kind text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select f.id, f.kind from (
      select a.id, case
          when p.person_index = a.person_index
            or exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.relation = 'self' and r.person_index = a.person_index) then 'own'
          when exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.relation <> 'self' and r.person_index = a.person_index) then 'relative'
          when exists (select 1 from staff_relations r where r.person_id = p.id and r.removed_at is null
                         and r.phone_index = c.phone_index) then 'phone'
        end as kind
      from applications a join accounts c on c.id = a.account_id
        join staff_users u on u.id = app_officer_id() join staff_people p on p.id = u.person_id
      where a.id = any (wanted)) f
    where f.kind is not null
  $function$;
grant execute on function officer_conflicts(uuid[]) to office_face;
grant execute on function officer_conflicts(uuid[]) to worker;

CREATE OR REPLACE FUNCTION public.open_consultation(wanted_number text, wanted_hash bytea)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare found uuid;
begin
  select id into found from consultations where number = wanted_number and query_hash = wanted_hash;
  perform set_config('app.consultation_id', coalesce(found::text, ''), true);
  return found;
end $function$;
grant execute on function open_consultation(text,bytea) to public_face;

CREATE OR REPLACE FUNCTION private.announce_job()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('jobs', '');
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.apply_calendar_year(p proposals)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  notice_year int := (p.body ->> 'year')::int;
begin
  insert into calendar_runs (proposal_id, year) values (p.id, notice_year);
  delete from calendar_days where extract(year from day) = notice_year;
  insert into calendar_days (day, kind)
    select (holiday ->> 'day')::date, 'holiday' from jsonb_array_elements(p.body -> 'holidays') as holiday
    union all
    select day::date, 'workday' from jsonb_array_elements_text(p.body -> 'workdays') as day
    on conflict (day) do update set kind = excluded.kind;
  insert into calendar_years (year, source, proposal_id) values (notice_year, p.source, p.id)
    on conflict (year) do update set source = excluded.source, proposal_id = excluded.proposal_id;
end $function$;

CREATE OR REPLACE FUNCTION private.apply_policy(p proposals, today date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  policy_key text := substr(p.subject, 8);
  starts_on date := (p.body ->> 'effectiveFrom')::date;
  ends_on date := (p.body ->> 'effectiveTo')::date;
begin
  if p.kind = 'policy-end' then
    if ends_on <= today then raise exception 'a rule does not end in the past'; end if;
    update policies set effective_to = ends_on
      where key = policy_key and scope = p.scope and effective_from = starts_on and effective_to is null;
    if not found then raise exception 'no open rule to end'; end if;
    return;
  end if;
  if starts_on < today then raise exception 'a rule does not begin in the past'; end if;
  update policies set effective_to = starts_on
    where key = policy_key and scope = p.scope and effective_from < starts_on and (effective_to is null or effective_to > starts_on);
  insert into policies (id, key, scope, effective_from, effective_to, value, source, proposal_id)
    values (gen_random_uuid(), policy_key, p.scope, starts_on, ends_on, p.body -> 'value', p.source, p.id);
end $function$;

CREATE OR REPLACE FUNCTION private.apply_window(p proposals)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  row_id uuid := coalesce((p.body ->> 'id')::uuid, p.id);
  starts_at timestamptz := (p.body ->> 'opensAt')::timestamptz;
  ends_at timestamptz := (p.body ->> 'closesAt')::timestamptz;
begin
  if p.kind = 'round' then
    insert into rounds (id, name, kind, opens_at, closes_at, proposal_id)
      values (row_id, p.body ->> 'name', p.body ->> 'roundKind', starts_at, ends_at, p.id)
      on conflict (id) do update set name = excluded.name, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        proposal_id = excluded.proposal_id;
  elsif p.kind = 'closure' then
    insert into closures (id, opens_at, closes_at, sentence, proposal_id)
      values (row_id, starts_at, ends_at, p.body ->> 'sentence', p.id)
      on conflict (id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        sentence = excluded.sentence, proposal_id = excluded.proposal_id;
  elsif p.kind = 'switch' then
    insert into function_switches (id, function, opens_at, closes_at, sentence, proposal_id)
      values (row_id, p.body ->> 'function', starts_at, ends_at, p.body ->> 'sentence', p.id)
      on conflict (id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
        sentence = excluded.sentence, proposal_id = excluded.proposal_id;
  else
    insert into window_extensions (id, round_id, province_code, closes_at, number, signer, reason, proposal_id)
      values (row_id, (p.body ->> 'roundId')::uuid, p.body ->> 'provinceCode', ends_at, p.body ->> 'number',
        p.body ->> 'signer', p.reason, p.id);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION private.check_custody_term()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if not exists (select 1 from custody_items i join staff_people p on p.id = new.person_id
      where i.id = new.item_id and i.retired_on is null and p.left_at is null
        and (p.agency_code = i.agency_code
          or exists (select 1 from staff_users u where u.person_id = p.id and u.agency_code = i.agency_code and u.enabled))) then
    raise exception 'not a keeper of this item' using errcode = '23514', constraint = 'custody_terms__keeper';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_emergency_opening()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  actor staff_users;
begin
  if current_user <> 'office_face' then return new; end if;
  select * into actor from staff_users where id = app_officer_id();
  if tg_op = 'INSERT' and (new.asked_by <> actor.person_id or not new.asked_role = any (actor.roles) or new.opened_at is not null)
     or tg_op = 'UPDATE' and new.approved_by is distinct from old.approved_by
       and (new.approved_by is distinct from actor.person_id or not new.approved_role = any (actor.roles) or old.opened_at is not null) then
    raise exception 'not in the name of this officer' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_handover_signature()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  list handovers;
begin
  select * into list from handovers where id = new.handover_id;
  if list.closed_at is not null or list.cancelled_at is not null
     or (new.side = 'receiver' and new.person_id <> list.receiver_person_id)
     or (new.side = 'giver' and (new.person_id = list.giver_person_id) <> (new.in_place_because is null))
     or (new.in_place_because is not null and exists (select 1 from staff_users u where u.id = list.giver_user_id and u.enabled))
     or not exists (select 1 from staff_users u where u.id = new.user_id and u.person_id = new.person_id) then
    raise exception 'not a party of this handover' using errcode = '23514', constraint = 'handover_signatures__party';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_restriction_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'office_face' and old.state <> 'pending' then
    raise exception 'a reviewed entry is never edited' using errcode = '23514', constraint = 'restriction_entries__frozen';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_staff_delegation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  giver staff_users;
  taker staff_users;
begin
  select * into giver from staff_users where id = new.from_user_id;
  select * into taker from staff_users where id = new.to_user_id;
  perform 1 from staff_people where id in (giver.person_id, taker.person_id) order by id for update;
  if giver.agency_code <> new.agency_code or taker.agency_code <> new.agency_code or giver.person_id = taker.person_id
     or giver.point_id is distinct from taker.point_id or not new.roles <@ giver.roles or not giver.enabled or not taker.enabled
     or exists (select 1 from staff_users u where u.person_id = taker.person_id and u.enabled
       and u.roles && array['system', 'security', 'audit']) then
    raise exception 'these roles cannot be delegated so' using errcode = '23514', constraint = 'staff_delegations__allowed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_staff_filing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'office_face' and new.state in ('filed', 'returned')
     and app_agency_code() is distinct from staff_filing_agency(new.agency_code) then
    raise exception 'this agency does not file these people' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_staff_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'office_face' and not coalesce(new.agency_code = any (app_agencies_administered()), false) then
    raise exception 'a person of another tree' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_staff_separation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  held text[];
begin
  -- One person's accounts change one after another.
  perform 1 from staff_people where id = new.person_id for update;
  select coalesce(array_agg(distinct role), '{}') into held
    from staff_users u, unnest(u.roles) as role where u.person_id = new.person_id and u.enabled;
  if held && array['system', 'security', 'audit'] and cardinality(held) > 1 then
    raise exception 'administrators hold one role' using errcode = '23514', constraint = 'staff_users__separated';
  end if;
  if new.enabled and new.roles && array['system', 'security', 'audit'] and exists (
    select 1 from staff_delegations d join staff_users u on u.id = d.to_user_id
    where u.person_id = new.person_id and d.ended_at is null and d.ends_at > app_now()) then
    raise exception 'administrators hold no delegated role' using errcode = '23514', constraint = 'staff_users__separated';
  end if;
  -- The agency of a person is that of the first account when nobody entered the person by hand.
  update staff_people set agency_code = new.agency_code where id = new.person_id and agency_code is null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.check_staff_user()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  actor uuid := (select person_id from public.staff_users where id = public.app_officer_id());
begin
  if current_user <> 'office_face' then return new; end if;
  if not coalesce(new.agency_code = any (public.app_agencies_administered()), false) then
    raise exception 'a user of another tree' using errcode = '42501';
  end if;
  -- An administrator is named one level above, or at the 国家中心 (S-041); nobody changes the own roles (S-030).
  if (tg_op = 'INSERT' or new.roles is distinct from old.roles) and new.roles && array['system', 'security', 'audit']
     and new.agency_code = public.app_agency_code() and new.agency_code <> '00000' then
    raise exception 'administrators are named one level above' using errcode = '42501';
  end if;
  if new.person_id = actor and (tg_op = 'INSERT' or new.roles is distinct from old.roles) then
    raise exception 'nobody grants roles to themselves' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.check_succession()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.approved_by is not null and old.approved_by is null and
     (select person_id from staff_users where id = new.approved_by) = (select person_id from staff_users where id = new.ordered_by) then
    raise exception 'a succession is approved by a second person' using errcode = '23514', constraint = 'agency_successions__four_eyes';
  end if;
  if current_user = 'office_face' and new.approved_by is distinct from old.approved_by and new.approved_by <> app_officer_id() then
    raise exception 'approved in the name of another' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.count_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    update appointment_slots set booked = booked + 1 where id = new.slot_id;
  elsif old.state in ('booked', 'arrived', 'missed') and new.state in ('cancelled', 'changed', 'released') then
    update appointment_slots set booked = booked - 1 where id = new.slot_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.follow_alerts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update case_alerts set is_open = (new.stage <> 'closed') where application_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.follow_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update online_cases set is_open = (new.stage = 'awaiting-confirmation'), agency_code = new.agency_code, point_id = new.point_id
    where application_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.follow_vetting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if new.stage in ('awaiting-confirmation', 'closed') then
    delete from vetting_standings where application_id = new.id;
    return null;
  end if;
  insert into vetting_standings as s (application_id, kind, agency_code, due_on, state, answered_at, valid_until)
  select new.id, k.kind, new.agency_code, new.due_on, latest.state, latest.answered_at, latest.valid_until
  from (values ('crime'), ('offence')) k (kind) left join lateral (
    select r.state, r.answered_at, r.valid_until from vetting_requests r
    where r.application_id = new.id and r.kind = k.kind order by r.requested_at desc, r.id limit 1) latest on true
  on conflict (application_id, kind) do update set agency_code = excluded.agency_code, due_on = excluded.due_on,
    state = excluded.state, answered_at = excluded.answered_at, valid_until = excluded.valid_until;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.is_auditor()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select exists (select 1 from staff_users u where u.id = app_officer_id() and u.agency_code = app_agency_code() and u.enabled
      and u.roles = array['audit'])
  $function$;

CREATE OR REPLACE FUNCTION private.keep_handover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if old.closed_at is not null or old.cancelled_at is not null then
    raise exception 'a handover that is over does not change' using errcode = '23514', constraint = 'handovers__over';
  end if;
  if (new.items is distinct from old.items or new.remarks is distinct from old.remarks)
     and exists (select 1 from handover_signatures s where s.handover_id = new.id) then
    raise exception 'a signed handover does not change' using errcode = '23514', constraint = 'handovers__frozen';
  end if;
  if new.closed_at is not null and (select count(*) from handover_signatures s where s.handover_id = new.id) < 2 then
    raise exception 'a handover closes with two signatures' using errcode = '23514', constraint = 'handovers__two_signatures';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.lay_plan_windows(p plans, content jsonb)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from plan_windows where plan_id = p.id;
  insert into plan_windows (plan_id, round_id, agency_code, purpose, number, opens_at, closes_at, routes, person_kinds)
    select p.id, p.round_id, p.agency_code, w.purpose, row_number() over (partition by w.purpose order by w.place),
      (w.value ->> 'opensAt')::timestamptz, (w.value ->> 'closesAt')::timestamptz,
      array(select jsonb_array_elements_text(coalesce(w.value -> 'routes', '[]'))),
      array(select jsonb_array_elements_text(coalesce(w.value -> 'personKinds', '[]')))
    from (
      select 'network' as purpose, value, place from jsonb_array_elements(content -> 'phases') with ordinality as e (value, place)
      union all
      select 'confirm', value, place from jsonb_array_elements(content -> 'confirms') with ordinality as e (value, place)
      union all
      select value ->> 'stage', value, place from jsonb_array_elements(content -> 'stages') with ordinality as e (value, place)
      union all
      select 'umbrella', content -> 'umbrella', 1 where jsonb_typeof(content -> 'umbrella') = 'object'
    ) as w;
end $function$;

CREATE OR REPLACE FUNCTION private.lead_to_successor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  heir text;
begin
  perform pg_advisory_xact_lock_shared(hashtext('agency-succession'), new.agency_code::int);
  select successor_code into heir from agencies where code = new.agency_code;
  new.agency_code := coalesce(heir, new.agency_code);
  return new;
end $function$;

CREATE OR REPLACE FUNCTION private.note_row_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  noted text := coalesce(current_setting('app.row_changes', true), '');
begin
  -- Work on thousands of rows at once is one event a run, not one a row.
  if length(noted) > 200000 then return null; end if;
  perform set_config('app.row_changes', noted || case when tg_op = 'DELETE' then old.id else new.id end || ':'
    || case when tg_op = 'INSERT' then '' else encode(sha256(convert_to(old::text, 'UTF8')), 'hex') end || ':'
    || case when tg_op = 'DELETE' then '' else encode(sha256(convert_to(new::text, 'UTF8')), 'hex') end || ';', true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.note_standing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update vetting_standings s set state = latest.state, answered_at = latest.answered_at, valid_until = latest.valid_until
  from (select r.state, r.answered_at, r.valid_until from vetting_requests r
    where r.application_id = new.application_id and r.kind = new.kind order by r.requested_at desc, r.id limit 1) latest
  where s.application_id = new.application_id and s.kind = new.kind;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.plan_span(windows jsonb, OUT opens_at timestamp with time zone, OUT closes_at timestamp with time zone)
 RETURNS record
 LANGUAGE sql
 IMMUTABLE
AS $function$ select min((w ->> 'opensAt')::timestamptz), max((w ->> 'closesAt')::timestamptz) from jsonb_array_elements(windows) as w $function$;

CREATE OR REPLACE FUNCTION private.project_restriction()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'pending' or new.review_agency_code <> restriction_review_agency(new.agency_code) then
      raise exception 'an entry begins pending at the level above' using errcode = '23514', constraint = 'restriction_entries__begins';
    end if;
    if new.purpose <> 'release' then
      insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by, entered_at)
      values (new.id, new.person_index, new.name, new.kind, new.decided_on, new.ends_on, 'pending', new.decision_number,
        new.authority, new.entered_at);
    end if;
    return null;
  end if;
  if old.state = new.state then return null; end if;
  if new.state in ('effective', 'done') and new.corrects_id is not null then
    update restriction_entries set state = 'void' where id = new.corrects_id and state = 'effective';
    if not found then
      raise exception 'the corrected entry is not in force' using errcode = '23514', constraint = 'restriction_entries__in_force';
    end if;
  end if;
  if new.purpose <> 'release' then
    update restrictions set state = case new.state when 'effective' then 'effective' else 'void' end where id = new.id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION private.release_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update appointments set state = 'released', ended_at = app_now() where application_id = new.id and state = 'booked';
  update appointment_requests set state = 'withdrawn' where application_id = new.id and state = 'waiting';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.provisional_case_count()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select count(*) from applications where due_provisional and stage <> 'closed' and due_on is not null $function$;
grant execute on function provisional_case_count() to office_face;

CREATE OR REPLACE FUNCTION public.publish_notice(wanted uuid, wanted_version integer, words text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into notices as n (id, agency_code, version, title, html, business, region_code, is_pinned, attachment_ids,
      search_text, published_at, taken_down_at)
    select v.notice_id, v.agency_code, v.version, v.title, v.html, v.business, v.region_code, v.is_pinned, v.attachment_ids,
      words, coalesce(v.published_at, app_now()), v.taken_down_at
    from notice_versions v
    where v.notice_id = wanted and v.version = wanted_version and v.state = 'approved' and v.agency_code = app_agency_code()
  on conflict (id) do update set version = excluded.version, title = excluded.title, html = excluded.html,
    business = excluded.business, region_code = excluded.region_code, is_pinned = excluded.is_pinned,
    attachment_ids = excluded.attachment_ids, search_text = excluded.search_text,
    -- A later version of what is out already keeps the day it came out.
    published_at = case when n.published_at <= app_now() and n.withdrawn_at is null then n.published_at else excluded.published_at end,
    taken_down_at = excluded.taken_down_at, withdrawn_at = null, withdrawn_by = null, withdraw_reason = null;
  if not found then raise exception 'no approved version of this agency'; end if;
end $function$;
grant execute on function publish_notice(uuid,integer,text) to office_face;

CREATE OR REPLACE FUNCTION public.put_plan_in_force(wanted_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  n plan_publications;
  p plans;
  level text;
  network record;
  confirm record;
begin
  select * into n from plan_publications where id = wanted_id for update;
  if not found or n.in_force_at is not null or n.publish_at > app_now() then return false; end if;
  if app_officer_id() is not null and n.agency_code <> app_agency_code() then return false; end if;
  select * into p from plans where id = n.plan_id for update;
  select a.level into level from agencies a where a.code = p.agency_code;
  update plan_publications set in_force_at = app_now() where id = n.id;
  perform private.lay_plan_windows(p, n.content);
  if (select kind from rounds where id = p.round_id) = 'registration' then return true; end if;
  select * into network from private.plan_span(n.content -> 'phases');
  select * into confirm from private.plan_span(n.content -> 'confirms');
  if level = 'province' then
    insert into province_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at,
        confirm_closes_at, announce_by, complete_by)
      values (p.id, p.round_id, p.agency_code, network.opens_at, network.closes_at, confirm.opens_at, confirm.closes_at,
        (n.content ->> 'announceBy')::date, (n.content ->> 'completeBy')::date)
      on conflict (round_id, agency_code) do update set network_opens_at = excluded.network_opens_at,
        network_closes_at = excluded.network_closes_at, confirm_opens_at = excluded.confirm_opens_at,
        confirm_closes_at = excluded.confirm_closes_at, announce_by = excluded.announce_by, complete_by = excluded.complete_by;
  end if;
  if level = 'province' and jsonb_array_length(n.content -> 'points') = 0 then return true; end if;
  insert into agency_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at,
      confirm_closes_at, decide_by, announce_by, complete_by)
    values (p.id, p.round_id, p.agency_code, network.opens_at, network.closes_at, confirm.opens_at, confirm.closes_at,
      (n.content ->> 'decideBy')::date, (n.content ->> 'announceBy')::date, (n.content ->> 'completeBy')::date)
    on conflict (round_id, agency_code) do update set network_opens_at = excluded.network_opens_at,
      network_closes_at = excluded.network_closes_at, confirm_opens_at = excluded.confirm_opens_at,
      confirm_closes_at = excluded.confirm_closes_at, decide_by = excluded.decide_by, announce_by = excluded.announce_by,
      complete_by = excluded.complete_by;
  delete from point_schedules s using agency_plans g
    where g.round_id = p.round_id and g.agency_code = p.agency_code and s.plan_id = g.id
      and not exists (select 1 from jsonb_array_elements(n.content -> 'points') as w where (w ->> 'pointId')::uuid = s.point_id);
  insert into point_schedules (plan_id, point_id, opens_at, closes_at)
    select g.id, (w ->> 'pointId')::uuid, (w ->> 'opensAt')::timestamptz, (w ->> 'closesAt')::timestamptz
    from agency_plans g, jsonb_array_elements(n.content -> 'points') as w
    where g.round_id = p.round_id and g.agency_code = p.agency_code
    on conflict (plan_id, point_id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at;
  return true;
end $function$;
grant execute on function put_plan_in_force(uuid) to office_face;
grant execute on function put_plan_in_force(uuid) to worker;

CREATE OR REPLACE FUNCTION public.queue_around(wanted_ticket uuid)
 RETURNS TABLE(id uuid, number integer, kind text, slot_starts_at timestamp with time zone, queued_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select t.id, t.number, t.kind, t.slot_starts_at, t.queued_at
    from queue_tickets own join applications a on a.id = own.application_id
    join queue_tickets t on t.point_id = own.point_id and t.day = own.day and t.state = 'waiting'
    where own.id = wanted_ticket and a.account_id = app_person_id()
  $function$;
grant execute on function queue_around(uuid) to public_face;

CREATE OR REPLACE FUNCTION public.restriction_of_hit(of_entry uuid)
 RETURNS TABLE(kind text, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select r.kind, r.state from restrictions r
    where r.id = of_entry and exists (select 1 from restriction_hits h where h.entry_id = r.id and h.agency_code = app_agency_code())
  $function$;
grant execute on function restriction_of_hit(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.restriction_outcome(wanted bytea, on_day date)
 RETURNS TABLE(outcome text, restriction_id uuid, kind text, ends_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select case r.state when 'effective' then 'barred' else 'held' end, r.id, r.kind, r.ends_on
    from restrictions r
    where r.person_index = wanted and r.state <> 'void' and r.starts_on <= on_day and (r.ends_on is null or r.ends_on >= on_day)
    order by (r.state = 'effective') desc, r.ends_on desc nulls first limit 1
  $function$;
grant execute on function restriction_outcome(bytea,date) to office_face;
grant execute on function restriction_outcome(bytea,date) to public_face;
grant execute on function restriction_outcome(bytea,date) to worker;

CREATE OR REPLACE FUNCTION public.restriction_preview(wanted bytea, wanted_name text)
 RETURNS TABLE(known_names text[], namesakes integer, live_entries integer, cases jsonb, certificates jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select
      array(select distinct name from accounts where person_index = wanted and claimed_at is not null),
      (select count(*)::int from (select 1 from restrictions where name = wanted_name and person_index <> wanted and state <> 'void' limit 50) n),
      (select count(*)::int from restrictions where person_index = wanted and state <> 'void'),
      coalesce((select jsonb_agg(jsonb_build_object('agencyName', g.name, 'stage', a.stage, 'registrationNumber', a.registration_number))
        from applications a join agencies g on g.code = a.agency_code where a.person_index = wanted and a.stage <> 'closed'), '[]'),
      coalesce((select jsonb_agg(jsonb_build_object('agencyName', c.agency_name, 'number', c.number, 'state', c.state))
        from certificates c where c.person_index = wanted and c.state <> 'void'), '[]')
  $function$;
grant execute on function restriction_preview(bytea,text) to office_face;

CREATE OR REPLACE FUNCTION public.restriction_review_agency(of_agency text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select coalesce(parent_code, code) from agencies where code = of_agency $function$;
grant execute on function restriction_review_agency(text) to office_face;

CREATE OR REPLACE FUNCTION public.scope_is_under(wanted_scope text, upper_code text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select case
      when upper_code = '00000' then true
      when wanted_scope = 'nation' then false
      when wanted_scope like 'agency:%' then agency_is_under(substr(wanted_scope, 8), upper_code)
      else exists (
        with recursive up as (
          select code, parent_code from regions where code = wanted_scope
          union all
          select r.code, r.parent_code from up join regions r on r.code = up.parent_code
        )
        select 1 from up join agencies a on a.region_code = up.code
        where a.code = upper_code and left(a.code, 2) = left(wanted_scope, 2)
      ) or exists (
        select 1 from agencies b
        where b.region_code = wanted_scope and b.level <> 'province' and agency_is_under(b.code, upper_code))
    end
  $function$;
grant execute on function scope_is_under(text,text) to office_face;

CREATE OR REPLACE FUNCTION public.screen_by_token(wanted bytea)
 RETURNS TABLE(point_id uuid, agency_code text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ select point_id, agency_code from call_screens where token_hash = wanted and ends_at > app_now() $function$;
grant execute on function screen_by_token(bytea) to office_face;

CREATE OR REPLACE FUNCTION public.seal_emergency_account(new_person uuid, new_user uuid, wanted_username text, wanted_hash text, wanted_serial text, wanted_index bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  place agencies;
  known staff_users;
begin
  select * into place from agencies where code = app_agency_code();
  if place.level not in ('nation', 'province') then raise exception 'not a place of an emergency account' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtext('emergency-account'), place.code::int);
  select * into known from staff_users where agency_code = place.code and is_emergency;
  if known.id is not null and emergency_open_until(known.id) is not null then return 'open'; end if;
  if exists (select 1 from staff_users u where u.username = wanted_username and u.id is distinct from known.id) then return 'username-taken'; end if;
  if exists (select 1 from staff_keys k where k.serial = wanted_serial and (k.user_id is distinct from known.id or k.revoked_at is not null)) then
    return 'key-taken';
  end if;
  if known.id is null then
    insert into staff_people (id, name, person_index, agency_code, filed_from, filed_until)
      values (new_person, '应急账号', wanted_index, place.code, app_now(), '2100-01-01');
    insert into staff_users (id, person_id, agency_code, username, password_hash, roles, opened_at, is_emergency)
      values (new_user, new_person, place.code, wanted_username, wanted_hash, '{users,statistics}', app_now(), true)
      returning * into known;
  end if;
  update staff_users set username = wanted_username, password_hash = wanted_hash, activated_at = app_now() where id = known.id;
  update staff_keys set revoked_at = app_now(), revoked_because = 'replaced'
    where user_id = known.id and serial <> wanted_serial and revoked_at is null;
  insert into staff_keys (serial, user_id, registered_at) values (wanted_serial, known.id, app_now()) on conflict (serial) do nothing;
  update staff_sessions set ended_at = app_now(), ended_because = 'sealed' where user_id = known.id and ended_at is null;
  update emergency_openings set closed_at = app_now() where user_id = known.id and closed_at is null;
  insert into staff_filing_events (person_id, agency_code, kind, actor_person_id)
    values (known.person_id, place.code, 'emergency-sealed', (select person_id from staff_users where id = app_officer_id()));
  return 'sealed';
end $function$;
grant execute on function seal_emergency_account(uuid,uuid,text,text,text,bytea) to office_face;

CREATE OR REPLACE FUNCTION public.signing_by_secret(secret_hash bytea)
 RETURNS TABLE(signing_id uuid, account_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select id, account_id from signings
    where (token_hash = secret_hash or device_key_hash = secret_hash)
      and expires_at > app_now() and signed_at is null and rejected_at is null
  $function$;
grant execute on function signing_by_secret(bytea) to public_face;

CREATE OR REPLACE FUNCTION public.staff_delegated_roles(of_user uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select coalesce(array_agg(distinct role), '{}')
    from staff_delegations d join staff_users giver on giver.id = d.from_user_id and giver.enabled
      join staff_people p on p.id = giver.person_id and p.filed_from <= app_now() and p.filed_until > app_now(), unnest(d.roles) as role
    where d.to_user_id = of_user and d.ended_at is null and d.starts_at <= app_now() and d.ends_at > app_now()
      and role = any (giver.roles)
  $function$;
grant execute on function staff_delegated_roles(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.staff_filing_agency(of_agency text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    with recursive up as (
      select code, parent_code, level from agencies where code = of_agency
      union all
      select a.code, a.parent_code, a.level from up join agencies a on a.code = up.parent_code
    )
    select case when (select level from agencies where code = of_agency) in ('city', 'county')
      then (select code from up where level = 'province') else '00000' end
  $function$;
grant execute on function staff_filing_agency(text) to office_face;
grant execute on function staff_filing_agency(text) to worker;

CREATE OR REPLACE FUNCTION public.succession_counts(wanted text)
 RETURNS TABLE(stage text, count bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  select a.stage, count(*) from applications a
  where a.agency_code = wanted and a.stage <> 'closed' and agency_is_under(wanted, app_agency_code()) group by a.stage
$function$;
grant execute on function succession_counts(text) to office_face;

CREATE OR REPLACE FUNCTION public.suspend_certificates(wanted_person bytea, cause_restriction uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare stopped record;
begin
  for stopped in
    update certificates set state = 'suspended' where person_index = wanted_person and state = 'valid' returning id, agency_code
  loop
    insert into certificate_events (certificate_id, seq, kind, at, cause, restriction_id)
      select stopped.id, coalesce(max(seq), 0) + 1, 'suspended', app_now(), 'restriction', cause_restriction
      from certificate_events where certificate_id = stopped.id;
    insert into revocation_items (id, certificate_id, agency_code, restriction_id, opened_at)
      values (gen_random_uuid(), stopped.id, stopped.agency_code, cause_restriction, app_now()) on conflict do nothing;
    return next stopped.id;
  end loop;
end $function$;
grant execute on function suspend_certificates(bytea,uuid) to office_face;
grant execute on function suspend_certificates(bytea,uuid) to worker;

CREATE OR REPLACE FUNCTION public.take_down_notice(wanted uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  update notices n set withdrawn_at = app_now(), withdrawn_by = t.decided_by,
    withdraw_reason = (select a.name from agencies a where a.code = t.upper_code) || '撤下：' || t.reason
  from notice_takedowns t
  where t.id = wanted and t.state = 'done' and t.decided_by = app_officer_id() and t.upper_code = app_agency_code()
    and n.id = t.notice_id and n.agency_code = t.agency_code and agency_is_under(n.agency_code, t.upper_code)
    and n.withdrawn_at is null and (n.taken_down_at is null or n.taken_down_at > app_now());
  return found;
end $function$;
grant execute on function take_down_notice(uuid) to office_face;

CREATE OR REPLACE FUNCTION public.take_token(counter_key bytea, period interval, burst integer)
 RETURNS interval
 LANGUAGE plpgsql
AS $function$
declare
  moment timestamptz := clock_timestamp();
  stored timestamptz;
  allowed timestamptz;
begin
  insert into rate_counters (key, arrival_at) values (counter_key, moment)
    on conflict (key) do update set arrival_at = greatest(rate_counters.arrival_at, moment)
    returning arrival_at into stored;
  allowed := stored + period - burst * period;
  if allowed > moment then
    return allowed - moment;
  end if;
  update rate_counters set arrival_at = stored + period where key = counter_key;
  return null;
end $function$;
grant execute on function take_token(bytea,interval,integer) to office_face;
grant execute on function take_token(bytea,interval,integer) to partner_face;
grant execute on function take_token(bytea,interval,integer) to public_face;
grant execute on function take_token(bytea,interval,integer) to worker;

CREATE OR REPLACE FUNCTION public.text_multirange()
 RETURNS text_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor0$function$;
grant execute on function text_multirange() to public;

CREATE OR REPLACE FUNCTION public.text_multirange(text_range)
 RETURNS text_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor1$function$;
grant execute on function text_multirange(text_range) to public;

CREATE OR REPLACE FUNCTION public.text_multirange(VARIADIC text_range[])
 RETURNS text_multirange
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$multirange_constructor2$function$;
grant execute on function text_multirange(text_range[]) to public;

CREATE OR REPLACE FUNCTION public.text_range(text, text)
 RETURNS text_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor2$function$;
grant execute on function text_range(text,text) to public;

CREATE OR REPLACE FUNCTION public.text_range(text, text, text)
 RETURNS text_range
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE
AS $function$range_constructor3$function$;
grant execute on function text_range(text,text,text) to public;

CREATE OR REPLACE FUNCTION public.vetting_batch_counts(wanted uuid[])
 RETURNS TABLE(batch_id uuid, count bigint, answered bigint, hits bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    select r.batch_id, count(*), count(*) filter (where r.state <> 'requested'), count(*) filter (where r.state = 'hit')
    from vetting_requests r
    where r.batch_id = any (array(select b.id from vetting_batches b where b.id = any (wanted) and b.agency_code = app_agency_code()))
    group by r.batch_id
  $function$;
grant execute on function vetting_batch_counts(uuid[]) to office_face;

CREATE OR REPLACE FUNCTION public.void_certificate(confirmed_correction uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
end $function$;
grant execute on function void_certificate(uuid) to office_face;

-- Default privileges

-- default privileges of migrator for functions: nothing
