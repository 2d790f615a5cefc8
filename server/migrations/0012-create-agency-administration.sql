-- Agencies in force on a day: powers with dates, names, successors, public profiles (ADM-2, PUB-4); work-information
-- forms (ACC-10); handovers (ACC-8); the custodian register (ACC-12).

create table agency_powers (
  id uuid primary key default gen_random_uuid(),
  agency_code text not null references agencies,
  qualification_type smallint not null constraint agency_powers__qualification_type check (qualification_type between 1 and 7),
  -- Half-open: held from the first day, no longer on the last.
  held_from date not null,
  held_to date,
  -- Notice or order the power rests on.
  source text not null,
  constraint agency_powers__dates check (held_to is null or held_to > held_from),
  -- A power is held once on any day.
  constraint agency_powers__agency_code_qualification_type_days exclude using gist (
    int4range(agency_code::int * 10 + qualification_type, agency_code::int * 10 + qualification_type, '[]') with &&,
    daterange(held_from, held_to) with &&)
);
comment on table agency_powers is '认定权限: which agency recognises which type between which days (教师资格条例 art. 13 and its exceptions).';
create index agency_powers__agency_code on agency_powers (agency_code, qualification_type, held_from);

-- 《教师资格条例》实施办法 is in force since 2000-09-23.
insert into agency_powers (agency_code, qualification_type, held_from, source)
  select a.code, t, '2000-09-23', '机构目录' from agencies a, unnest(a.types) as t;
-- What holds on a day is asked of agency_powers and of nothing else.
alter table agencies drop column types;

alter table agencies add column status text not null default 'active'
  constraint agencies__status check (status in ('active', 'succeeded'));
-- 现接替机构, always the last of the line.
alter table agencies add column successor_code text references agencies;
alter table agencies add constraint agencies__successor_code check ((status = 'succeeded') = (successor_code is not null));
create index agencies__successor_code on agencies (successor_code) where successor_code is not null;

create table agency_names (
  agency_code text not null references agencies,
  name text not null,
  held_from date not null,
  -- Order of the change; empty for the name the directory began with.
  order_number text,
  primary key (agency_code, held_from)
);
comment on table agency_names is 'Names of agencies with the day each began; certificates keep the name they were issued under.';
insert into agency_names (agency_code, name, held_from) select code, name, '2000-09-23' from agencies;

-- The agency that answers for another one today: itself, or its successor.
create function agency_now(wanted text) returns text language sql stable security definer set search_path = public
  as $$ select coalesce(successor_code, code) from agencies where code = wanted $$;
-- Agencies whose archive the asking agency keeps.
create function app_predecessors() returns text[] language sql stable security definer set search_path = public
  as $$ select array(select code from agencies where successor_code = app_agency_code()) $$;
grant execute on function agency_now, app_predecessors to public_face, office_face, partner_face, worker, reporter, auditor;

create policy applications__predecessors on applications for select to office_face
  using (agency_code = any ((select app_predecessors())::text[]) and (app_point_id() is null or point_id = app_point_id()));
create policy certificates__predecessors on certificates for select to office_face
  using (agency_code = any ((select app_predecessors())::text[]));

alter table agencies enable row level security;
create policy agencies__read on agencies for select using (true);
-- The register of an agency is kept by an office above it, never by itself (ADM-1, S-050).
create policy agencies__add on agencies for insert to office_face
  with check ((select agency_is_under(parent_code, app_agency_code())));
create policy agencies__change on agencies for update to office_face
  using (code <> app_agency_code() and agency_is_under(code, app_agency_code()))
  with check (code <> app_agency_code());
create policy agencies__worker on agencies for update to worker using (true) with check (true);
grant insert on agencies to office_face;
grant update (name) on agencies to office_face;
grant update (status, successor_code) on agencies to worker;

alter table agency_powers enable row level security;
create policy agency_powers__read on agency_powers for select using (true);
create policy agency_powers__add on agency_powers for insert to office_face
  with check (agency_code <> app_agency_code() and agency_is_under(agency_code, app_agency_code()));
create policy agency_powers__change on agency_powers for update to office_face
  using (agency_code <> app_agency_code() and agency_is_under(agency_code, app_agency_code()))
  with check (agency_code <> app_agency_code());
create policy agency_powers__worker on agency_powers for update to worker using (true) with check (true);
grant select on agency_powers to public_face, office_face, partner_face, worker, reporter;
grant insert on agency_powers to office_face;
grant update (held_to) on agency_powers to office_face, worker;

alter table agency_names enable row level security;
create policy agency_names__read on agency_names for select using (true);
create policy agency_names__add on agency_names for insert to office_face
  with check (agency_code <> app_agency_code() and agency_is_under(agency_code, app_agency_code()));
-- A second change on one day replaces that of the day.
create policy agency_names__change on agency_names for update to office_face
  using (agency_code <> app_agency_code() and agency_is_under(agency_code, app_agency_code()))
  with check (agency_code <> app_agency_code());
grant update (name, order_number) on agency_names to office_face;
grant select on agency_names to public_face, office_face, partner_face, worker, reporter;
grant insert on agency_names to office_face;

create table agency_successions (
  id uuid primary key,
  old_code text not null references agencies,
  new_code text not null references agencies,
  effective_at timestamptz not null,
  order_number text not null,
  reason text not null,
  -- Accounts of the old agency that go over; the others end.
  moved_user_ids uuid[] not null,
  ordered_by uuid not null references staff_users,
  ordered_at timestamptz not null,
  carried_out_at timestamptz,
  cancelled_at timestamptz,
  -- What went over, counted.
  outcome jsonb,
  constraint agency_successions__two_agencies check (old_code <> new_code),
  constraint agency_successions__end check (carried_out_at is null or cancelled_at is null),
  constraint agency_successions__outcome check ((carried_out_at is null) = (outcome is null))
);
comment on table agency_successions is 'Orders by which one agency takes the place of another at an instant (ADM-2, domain §23 case 12).';
create unique index agency_successions__old_code on agency_successions (old_code) where cancelled_at is null;
create index agency_successions__new_code on agency_successions (new_code);
create index agency_successions__ordered_by on agency_successions (ordered_by);
alter table agency_successions enable row level security;
create policy agency_successions__read on agency_successions for select to office_face
  using (agency_is_under(old_code, app_agency_code()) or agency_is_under(new_code, app_agency_code()));
create policy agency_successions__order on agency_successions for insert to office_face
  with check (old_code <> app_agency_code() and agency_is_under(old_code, app_agency_code()) and agency_is_under(new_code, app_agency_code()));
create policy agency_successions__cancel on agency_successions for update to office_face
  using (old_code <> app_agency_code() and agency_is_under(old_code, app_agency_code()))
  with check (old_code <> app_agency_code() and agency_is_under(old_code, app_agency_code()));
create policy agency_successions__worker on agency_successions to worker using (true) with check (true);
grant select, insert on agency_successions to office_face;
grant update (cancelled_at) on agency_successions to office_face;
grant select, update on agency_successions to worker;

-- A case that comes in while its agency ends belongs to the successor: waits for the reorganisation, which holds the lock
-- alone, and reads what it left. An advisory lock, since every other statement about the agency must not wait.
create function private.lead_to_successor() returns trigger language plpgsql security definer set search_path = public as $$
declare
  heir text;
begin
  perform pg_advisory_xact_lock_shared(hashtext('agency-succession'), new.agency_code::int);
  select successor_code into heir from agencies where code = new.agency_code;
  new.agency_code := coalesce(heir, new.agency_code);
  return new;
end $$;
create trigger applications__lead_to_successor before insert or update of agency_code on applications
  for each row execute function private.lead_to_successor();

-- What an office above may know of an agency that ends, before it orders the end: numbers, no persons' data.
create function succession_counts(wanted text) returns table (stage text, count bigint)
language sql stable security definer set search_path = public as $$
  select a.stage, count(*) from applications a
  where a.agency_code = wanted and a.stage <> 'closed' and agency_is_under(wanted, app_agency_code()) group by a.stage
$$;
grant execute on function succession_counts to office_face;

-- Rules that hold as soon as these tables are guarded: the job that carries a succession out moves their rows.
create policy points__succeed on points for update to worker using (true) with check (true);
create policy agency_plans__succeed on agency_plans to worker using (true) with check (true);
create policy point_schedules__succeed on point_schedules to worker using (true) with check (true);
grant update (agency_code) on points, agency_plans, staff_users to worker;
grant select on points, agency_plans, point_schedules, staff_users to worker;
grant update (enabled, disabled_at, disabled_because) on staff_users to worker;
grant update (agency_code) on staff_people to worker;
-- The checks of these tables name it, whoever writes.
grant execute on function app_agencies_administered to worker;
grant update (ended_at, ended_because) on staff_sessions to worker;
grant insert, update, delete on point_schedules to worker;

create table agency_profiles (
  agency_code text not null references agencies,
  version int not null,
  address text not null,
  phone text not null,
  email text not null,
  hours text not null,
  notes text not null,
  website text,
  published_by uuid not null references staff_users,
  published_at timestamptz not null,
  primary key (agency_code, version)
);
comment on table agency_profiles is '机构公示信息, every version; the portal shows the newest (PUB-4).';
create index agency_profiles__published_by on agency_profiles (published_by);
alter table agency_profiles enable row level security;
create policy agency_profiles__read on agency_profiles for select using (true);
create policy agency_profiles__own on agency_profiles for insert to office_face with check (agency_code = app_agency_code());
grant select (agency_code, version, address, phone, email, hours, notes, website, published_at) on agency_profiles to public_face;
grant select, insert on agency_profiles to office_face;
grant select on agency_profiles to worker, reporter;

-- Files an agency hands in for itself: stamped scans.
alter table files add column if not exists agency_code text references agencies;
create index if not exists files__agency_code on files (agency_code) where agency_code is not null;
create policy files__filed on files to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code() and account_id is null and application_id is null);
create policy files__filed_below on files for select to office_face
  using (agency_code = any ((select app_agencies_below())::text[]));
grant insert on files to office_face;

create table work_info_collections (
  id uuid primary key,
  -- Who collects: the nation or a province, from every agency under it and from itself.
  agency_code text not null references agencies,
  year int not null,
  due_on date not null,
  note text not null,
  opened_by uuid not null references staff_users,
  opened_at timestamptz not null,
  constraint work_info_collections__agency_code_year unique (agency_code, year)
);
comment on table work_info_collections is 'Yearly collections of the 《认定机构工作信息采集表》 (ACC-10).';
create index work_info_collections__opened_by on work_info_collections (opened_by);
alter table work_info_collections enable row level security;
create policy work_info_collections__read on work_info_collections for select to office_face
  using (agency_is_under(app_agency_code(), agency_code) or agency_is_under(agency_code, app_agency_code()));
create policy work_info_collections__open on work_info_collections for insert to office_face with check (agency_code = app_agency_code());
grant select, insert on work_info_collections to office_face;

create table work_info_forms (
  id uuid primary key,
  collection_id uuid not null references work_info_collections,
  agency_code text not null references agencies,
  version int not null default 1,
  credit_code text not null,
  -- Class C3: names, mobiles and office phones of the staff, sealed as one text.
  staff_sealed bytea not null,
  staff_count int not null,
  network_addresses text[] not null,
  scan_file_id uuid references files,
  state text not null constraint work_info_forms__state check (state in ('filling', 'handed-in', 'returned', 'accepted')),
  -- Agency whose desk the form lies on: its own while it fills, then one after the other upward.
  held_by text not null references agencies,
  returned_because text,
  saved_at timestamptz not null,
  handed_in_at timestamptz,
  constraint work_info_forms__collection_id_agency_code unique (collection_id, agency_code),
  constraint work_info_forms__own check (state not in ('filling', 'returned') or held_by = agency_code),
  constraint work_info_forms__stamped check (state not in ('handed-in', 'accepted') or (scan_file_id is not null and handed_in_at is not null)),
  constraint work_info_forms__returned check ((state = 'returned') = (returned_because is not null))
);
comment on table work_info_forms is '《教师资格管理信息系统认定机构工作信息采集表》 of an agency and collection, handed upward step by step.';
create index work_info_forms__agency_code on work_info_forms (agency_code);
create index work_info_forms__held_by on work_info_forms (held_by, collection_id) where state = 'handed-in';
create index work_info_forms__scan_file_id on work_info_forms (scan_file_id);
alter table work_info_forms enable row level security;
create policy work_info_forms__own on work_info_forms to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
-- The office on whose desk it lies sends it up or back; nobody else above touches it.
create policy work_info_forms__held on work_info_forms for update to office_face
  using (held_by = app_agency_code() and state = 'handed-in')
  with check (held_by = agency_code or agency_is_under(app_agency_code(), held_by));
create policy work_info_forms__held_read on work_info_forms for select to office_face
  using (agency_is_under(agency_code, app_agency_code()));
grant select, insert on work_info_forms to office_face;
grant update (version, credit_code, staff_sealed, staff_count, network_addresses, scan_file_id, state, held_by, returned_because,
  saved_at, handed_in_at) on work_info_forms to office_face;

create table work_info_events (
  form_id uuid not null references work_info_forms,
  seq int not null,
  kind text not null constraint work_info_events__kind check (kind in ('handed-in', 'passed-on', 'returned', 'accepted')),
  agency_code text not null references agencies,
  user_id uuid not null references staff_users,
  at timestamptz not null,
  reason text,
  primary key (form_id, seq)
);
comment on table work_info_events is 'Append-only way of a form upward and back.';
create index work_info_events__agency_code on work_info_events (agency_code);
create index work_info_events__user_id on work_info_events (user_id);
alter table work_info_events enable row level security;
create policy work_info_events__form on work_info_events for select to office_face
  using (exists (select 1 from work_info_forms f where f.id = work_info_events.form_id));
create policy work_info_events__write on work_info_events for insert to office_face
  with check (agency_code = app_agency_code());
grant select, insert on work_info_events to office_face;

create table custody_items (
  id uuid primary key,
  agency_code text not null references agencies,
  kind text not null constraint custody_items__kind check (kind in ('computer', 'usb-key', 'medium')),
  serial text not null,
  label text not null,
  registered_by uuid not null references staff_users,
  registered_at timestamptz not null,
  retired_on date,
  retired_because text,
  constraint custody_items__kind_serial unique (kind, serial),
  constraint custody_items__retired check ((retired_on is null) = (retired_because is null))
);
comment on table custody_items is '专用计算机、USB 密钥、存储介质 of an agency (ACC-12).';
create index custody_items__agency_code on custody_items (agency_code, kind, serial);
create index custody_items__registered_by on custody_items (registered_by);
alter table custody_items enable row level security;
create policy custody_items__own on custody_items to office_face using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy custody_items__below on custody_items for select to office_face using (agency_code = any ((select app_agencies_below())::text[]));
grant select, insert on custody_items to office_face;
grant update (retired_on, retired_because) on custody_items to office_face;

create table custody_terms (
  id uuid primary key,
  item_id uuid not null references custody_items,
  person_id uuid not null references staff_people,
  -- Half-open.
  held_from timestamptz not null,
  held_to timestamptz,
  note text not null,
  recorded_by uuid not null references staff_users,
  constraint custody_terms__dates check (held_to is null or held_to >= held_from)
);
comment on table custody_terms is 'Who keeps an item from when to when; only the end of a term is ever written later.';
create unique index custody_terms__item_id_open on custody_terms (item_id) where held_to is null;
create index custody_terms__item_id on custody_terms (item_id, held_from desc);
create index custody_terms__person_id on custody_terms (person_id) where held_to is null;
create index custody_terms__recorded_by on custody_terms (recorded_by);
alter table custody_terms enable row level security;
create policy custody_terms__item on custody_terms for select to office_face
  using (exists (select 1 from custody_items i where i.id = custody_terms.item_id));
create policy custody_terms__add on custody_terms for insert to office_face
  with check (exists (select 1 from custody_items i where i.id = custody_terms.item_id and i.agency_code = app_agency_code()));
create policy custody_terms__end on custody_terms for update to office_face
  using (held_to is null and exists (select 1 from custody_items i where i.id = custody_terms.item_id and i.agency_code = app_agency_code()))
  with check (held_to is not null);
grant select, insert on custody_terms to office_face;
grant update (held_to) on custody_terms to office_face;

create table security_regimes (
  agency_code text not null references agencies,
  year int not null,
  text text not null,
  scan_file_id uuid not null references files,
  filed_by uuid not null references staff_users,
  filed_at timestamptz not null,
  primary key (agency_code, year)
);
comment on table security_regimes is '安全管理制度 of an agency, filed once a year (ACC-12).';
create index security_regimes__scan_file_id on security_regimes (scan_file_id);
create index security_regimes__filed_by on security_regimes (filed_by);
alter table security_regimes enable row level security;
create policy security_regimes__own on security_regimes to office_face using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy security_regimes__below on security_regimes for select to office_face using (agency_code = any ((select app_agencies_below())::text[]));
grant select, insert on security_regimes to office_face;

create table handovers (
  id uuid primary key,
  agency_code text not null references agencies,
  giver_user_id uuid not null references staff_users,
  giver_person_id uuid not null references staff_people,
  receiver_user_id uuid not null references staff_users,
  receiver_person_id uuid not null references staff_people,
  cause text not null constraint handovers__cause check (cause in ('leaving', 'post-change')),
  -- What is handed over, assembled from facts and frozen by the first signature: [{title, lines}].
  items jsonb not null,
  remarks text not null,
  version int not null default 1,
  opened_by uuid not null references staff_users,
  opened_at timestamptz not null,
  due_on date not null,
  cancelled_at timestamptz,
  closed_at timestamptz,
  constraint handovers__two_persons check (giver_person_id <> receiver_person_id),
  constraint handovers__end check (closed_at is null or cancelled_at is null)
);
comment on table handovers is '交接清单: what an officer who leaves or changes post hands to a named successor (ACC-8).';
create unique index handovers__giver_user_id on handovers (giver_user_id) where closed_at is null and cancelled_at is null;
create index handovers__agency_code on handovers (agency_code, opened_at desc, id);
create index handovers__giver_person_id on handovers (giver_person_id);
create index handovers__receiver_user_id on handovers (receiver_user_id);
create index handovers__receiver_person_id on handovers (receiver_person_id);
create index handovers__opened_by on handovers (opened_by);

create table handover_signatures (
  handover_id uuid not null references handovers,
  side text not null constraint handover_signatures__side check (side in ('giver', 'receiver')),
  user_id uuid not null references staff_users,
  person_id uuid not null references staff_people,
  -- Set where the giver could sign no more and the 用户管理 of the agency handed over instead.
  in_place_because text,
  key_serial text not null,
  -- SM3 of the whole text both sign.
  text_hash bytea not null,
  signed_at timestamptz not null,
  primary key (handover_id, side),
  constraint handover_signatures__handover_id_person_id unique (handover_id, person_id),
  constraint handover_signatures__in_place check (in_place_because is null or side = 'giver')
);
comment on table handover_signatures is 'Two signatures by two persons over the same text; append-only.';
create index handover_signatures__user_id on handover_signatures (user_id);
create index handover_signatures__person_id on handover_signatures (person_id);

alter table handovers enable row level security;
create policy handovers__agency on handovers to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy handovers__below on handovers for select to office_face using (agency_code = any ((select app_agencies_below())::text[]));
alter table handover_signatures enable row level security;
create policy handover_signatures__handover on handover_signatures for select to office_face
  using (exists (select 1 from handovers h where h.id = handover_signatures.handover_id));
create policy handover_signatures__sign on handover_signatures for insert to office_face
  with check (user_id = app_officer_id() and exists (select 1 from handovers h where h.id = handover_signatures.handover_id and h.agency_code = app_agency_code()));
grant select, insert on handovers, handover_signatures to office_face;
grant update (items, remarks, version, cancelled_at, closed_at) on handovers to office_face;
