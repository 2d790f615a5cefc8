create table regions (
  code text primary key,
  name text not null,
  level text not null constraint regions__level check (level in ('province', 'city', 'county')),
  parent_code text references regions
);
comment on table regions is 'GB/T 2260 down to county level.';
create index regions__parent_code on regions (parent_code);

create table agencies (
  -- Province (2) and agency (3) digits of the certificate number; never changes.
  code text primary key constraint agencies__code check (code ~ '^\d{5}$'),
  name text not null,
  level text not null constraint agencies__level check (level in ('province', 'city', 'county')),
  region_code text not null references regions,
  parent_code text references agencies,
  types smallint[] not null
);
comment on table agencies is '认定机构: one for each county, city and province.';
create index agencies__region_code on agencies (region_code);
create index agencies__parent_code on agencies (parent_code);

create table points (
  id uuid primary key,
  code text not null unique constraint points__code check (code ~ '^\d{5}-\d{2}$'),
  agency_code text not null references agencies,
  name text not null,
  address text not null,
  scope text not null,
  types smallint[] not null,
  hours text not null,
  desk_count int not null,
  notices text[] not null,
  is_active boolean not null default true,
  constraint points__agency_code_name unique (agency_code, name)
);
comment on table points is '确认点 of an agency.';

create table subjects (
  code text primary key,
  qualification_type smallint not null,
  name text not null,
  parent_code text,
  -- False for a class that only groups.
  selectable boolean not null
);
comment on table subjects is '任教学科 by 资格种类.';
create index subjects__qualification_type on subjects (qualification_type);

create table subject_aliases (
  qualification_type smallint not null,
  name text not null,
  aliases text[] not null,
  primary key (qualification_type, name)
);
comment on table subject_aliases is 'Names of other years and papers that mean the same subject.';

create table policies (
  id uuid primary key,
  key text not null,
  -- 'nation', a region code, or 'agency:<code>'.
  scope text not null,
  effective_from date not null,
  effective_to date,
  value jsonb not null,
  source text not null,
  constraint policies__key_scope_effective_from unique (key, scope, effective_from),
  constraint policies__dates check (effective_to is null or effective_to > effective_from)
);
comment on table policies is 'Law as data: what holds where and when, with its source.';

create table calendar_years (
  year int primary key,
  source text not null
);
comment on table calendar_years is 'Years whose holiday notice is entered; beyond them the calendar answers 暂定.';
create table calendar_days (
  day date primary key,
  kind text not null constraint calendar_days__kind check (kind in ('holiday', 'workday'))
);
comment on table calendar_days is 'Statutory days off and make-up workdays (调休).';

create table rounds (
  id uuid primary key,
  name text not null unique,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  constraint rounds__window check (closes_at > opens_at)
);
comment on table rounds is 'National window of a recognition round.';

create table closures (
  id uuid primary key,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  sentence text not null,
  constraint closures__window check (closes_at > opens_at)
);
comment on table closures is 'Maintenance: submission and confirmation wait, all else goes on (S-078).';

create table province_plans (
  id uuid primary key,
  round_id uuid not null references rounds,
  region_code text not null references regions,
  network_opens_at timestamptz not null,
  network_closes_at timestamptz not null,
  confirm_opens_at timestamptz not null,
  confirm_closes_at timestamptz not null,
  constraint province_plans__round_id_region_code unique (round_id, region_code),
  constraint province_plans__network check (network_closes_at > network_opens_at),
  constraint province_plans__confirm check (confirm_closes_at > confirm_opens_at)
);
comment on table province_plans is 'Plan of a province inside a round.';

create table agency_plans (
  id uuid primary key,
  round_id uuid not null references rounds,
  agency_code text not null references agencies,
  network_opens_at timestamptz not null,
  network_closes_at timestamptz not null,
  confirm_opens_at timestamptz not null,
  confirm_closes_at timestamptz not null,
  -- Last day for conclusions of the plan.
  decide_by date not null,
  constraint agency_plans__round_id_agency_code unique (round_id, agency_code),
  constraint agency_plans__network check (network_closes_at > network_opens_at),
  constraint agency_plans__confirm check (confirm_closes_at > confirm_opens_at)
);
comment on table agency_plans is '网报 and 确认 windows of an agency.';
create index agency_plans__agency_code on agency_plans (agency_code);

create table point_schedules (
  plan_id uuid not null references agency_plans,
  point_id uuid not null references points,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  primary key (plan_id, point_id),
  constraint point_schedules__window check (closes_at > opens_at)
);
comment on table point_schedules is 'When a point confirms.';

create table notices (
  id uuid primary key,
  title text not null,
  publisher text not null,
  paragraphs text[] not null,
  published_at timestamptz not null,
  taken_down_at timestamptz
);
comment on table notices is 'Public announcements.';
create table questions (
  number int primary key,
  question text not null,
  answer text not null
);
comment on table questions is '常见问题.';

grant select on regions, agencies, points, subjects, subject_aliases, policies, calendar_years, calendar_days, rounds, closures,
  province_plans, agency_plans, point_schedules, notices, questions
  to public_face, office_face, partner_face, worker, reporter;
