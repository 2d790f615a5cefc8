-- The internal channel between levels: notices, manuals, letters with read receipts; no public role reads a word of it (ADM-7).
create table channel_posts (
  id uuid primary key,
  agency_code text not null references agencies,
  author_id uuid not null references staff_users,
  kind text not null constraint channel_posts__kind check (kind in ('notice', 'manual', 'letter')),
  title text not null constraint channel_posts__title check (char_length(title) between 1 and 80),
  body text not null,
  -- `below`: every agency under the author's; `direct`: those right below; `agency`: one alone, above or below.
  audience text not null constraint channel_posts__audience check (audience in ('below', 'direct', 'agency')),
  to_agency_code text references agencies,
  -- Roles it is meant for; empty means everybody.
  roles text[] not null,
  answers_id uuid references channel_posts,
  receipt_required boolean not null,
  read_by date,
  posted_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_because text,
  constraint channel_posts__to_agency_code check ((audience = 'agency') = (to_agency_code is not null) and to_agency_code is distinct from agency_code),
  constraint channel_posts__read_by check (read_by is null or receipt_required),
  constraint channel_posts__withdrawn check ((withdrawn_at is null) = (withdrawn_because is null))
);
comment on table channel_posts is 'What one level tells another; never public.';
create index channel_posts__agency_code on channel_posts (agency_code, posted_at desc, id desc);
create index channel_posts__to_agency_code on channel_posts (to_agency_code, posted_at desc, id desc) where to_agency_code is not null;
create index channel_posts__posted_at on channel_posts (posted_at desc, id desc);
create index channel_posts__answers_id on channel_posts (answers_id) where answers_id is not null;
create index channel_posts__author_id on channel_posts (author_id);
create index channel_posts__read_by on channel_posts (read_by) where receipt_required and withdrawn_at is null;

-- Agencies above the asking one, itself not among them.
create function app_agencies_above() returns text[] language sql stable security definer set search_path = public
  as $$
    with recursive up as (
      select parent_code as code from agencies where code = app_agency_code()
      union all
      select a.parent_code from up join agencies a on a.code = up.code
    )
    select coalesce(array_agg(code) filter (where code is not null), '{}') from up
  $$;
create function app_agency_parent() returns text language sql stable security definer set search_path = public
  as $$ select parent_code from agencies where code = app_agency_code() $$;
grant execute on function app_agencies_above, app_agency_parent to office_face;

-- Who wrote a post that came to the asking agency; a policy of the table cannot ask the table itself.
create function channel_writer(of_post uuid) returns text language sql stable security definer set search_path = public
  as $$
    select agency_code from channel_posts where id = of_post and (to_agency_code = app_agency_code()
      or (to_agency_code is null and agency_is_under(app_agency_code(), agency_code)))
  $$;
grant execute on function channel_writer to office_face;

alter table channel_posts enable row level security;
create policy channel_posts__own on channel_posts for select to office_face using (agency_code = app_agency_code());
create policy channel_posts__addressed on channel_posts for select to office_face using (withdrawn_at is null and (
  (audience = 'below' and agency_code = any ((select app_agencies_above())::text[]))
  or (audience = 'direct' and agency_code = (select app_agency_parent()))
  or (audience = 'agency' and to_agency_code = app_agency_code())));
-- Down to anybody below, up to the own superior alone; an answer goes to whoever wrote.
create policy channel_posts__post on channel_posts for insert to office_face
  with check (agency_code = app_agency_code() and author_id = app_officer_id() and (to_agency_code is null
    or to_agency_code = app_agency_parent() or agency_is_under(to_agency_code, agency_code)
    or to_agency_code = channel_writer(answers_id)));
create policy channel_posts__withdraw on channel_posts for update to office_face
  using (agency_code = app_agency_code()) with check (agency_code = app_agency_code());
create policy channel_posts__worker on channel_posts for select to worker using (true);
grant select, insert, update (withdrawn_at, withdrawn_because) on channel_posts to office_face;
grant select on channel_posts to worker;

create table channel_files (
  id uuid primary key,
  -- Null until the post it belongs to is sent.
  post_id uuid references channel_posts,
  uploaded_by uuid not null references staff_users,
  name text not null constraint channel_files__name check (char_length(name) between 1 and 120),
  hash text not null,
  media_type text not null constraint channel_files__media_type check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes int not null,
  uploaded_at timestamptz not null
);
comment on table channel_files is 'Attachments of the channel; not among `files`, so that no link of the portal can ever name one.';
create index channel_files__post_id on channel_files (post_id);
create index channel_files__uploaded_by on channel_files (uploaded_by) where post_id is null;
alter table channel_files enable row level security;
create policy channel_files__read on channel_files for select to office_face
  using (exists (select 1 from channel_posts p where p.id = post_id) or (post_id is null and uploaded_by = app_officer_id()));
create policy channel_files__upload on channel_files for insert to office_face
  with check (post_id is null and uploaded_by = app_officer_id());
create policy channel_files__attach on channel_files for update to office_face
  using (post_id is null and uploaded_by = app_officer_id())
  with check (exists (select 1 from channel_posts p where p.id = post_id and p.author_id = app_officer_id()));
grant select, insert, update (post_id) on channel_files to office_face;

create table channel_receipts (
  post_id uuid not null references channel_posts,
  user_id uuid not null references staff_users,
  agency_code text not null references agencies,
  read_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (post_id, user_id)
);
comment on table channel_receipts is 'Who opened a post and who confirmed having read it; each once.';
create index channel_receipts__user_id on channel_receipts (user_id);
create index channel_receipts__agency_code on channel_receipts (agency_code);
alter table channel_receipts enable row level security;
create policy channel_receipts__own on channel_receipts for select to office_face
  using (user_id = app_officer_id() or exists (select 1 from channel_posts p where p.id = post_id and p.agency_code = app_agency_code()));
create policy channel_receipts__open on channel_receipts for insert to office_face
  with check (user_id = app_officer_id() and agency_code = app_agency_code() and exists (select 1 from channel_posts p where p.id = post_id));
create policy channel_receipts__confirm on channel_receipts for update to office_face
  using (user_id = app_officer_id()) with check (user_id = app_officer_id());
create policy channel_receipts__worker on channel_receipts for select to worker using (true);
grant select, insert, update (confirmed_at) on channel_receipts to office_face;
grant select on channel_receipts to worker;

create table channel_reminders (
  id uuid primary key,
  post_id uuid not null references channel_posts,
  -- Null: the clock, on the last day and the day after.
  officer_id uuid references staff_users,
  on_day date not null,
  reminded_at timestamptz not null,
  constraint channel_reminders__post_id_on_day unique (post_id, on_day)
);
comment on table channel_reminders is 'Reminders of posts that are not yet confirmed, one a day at most; whoever has not confirmed sees the last one.';
create index channel_reminders__officer_id on channel_reminders (officer_id) where officer_id is not null;
alter table channel_reminders enable row level security;
create policy channel_reminders__read on channel_reminders for select to office_face
  using (exists (select 1 from channel_posts p where p.id = post_id));
create policy channel_reminders__remind on channel_reminders for insert to office_face
  with check (officer_id = app_officer_id() and exists (select 1 from channel_posts p where p.id = post_id and p.agency_code = app_agency_code()));
create policy channel_reminders__worker on channel_reminders for insert to worker with check (officer_id is null);
grant select, insert on channel_reminders to office_face;
grant insert on channel_reminders to worker;

-- Everybody a post is addressed to, for the agency that wrote it.
create function channel_recipients(of_post uuid)
returns table (agency_code text, agency_name text, user_id uuid, name text, read_at timestamptz, confirmed_at timestamptz)
language sql stable security definer set search_path = public
  as $$
    with post as (
      select * from channel_posts p where p.id = of_post and p.agency_code = app_agency_code()
    ), reached as (
      select a.code, a.name from post p join agencies a on case p.audience
        when 'below' then a.code in (select agencies_under(p.agency_code)) and a.code <> p.agency_code
        when 'direct' then a.parent_code = p.agency_code
        else a.code = p.to_agency_code end
      where a.status = 'active'
    )
    select r.code, r.name, u.id, s.name, c.read_at, c.confirmed_at
    from post p cross join reached r join staff_users u on u.agency_code = r.code and u.enabled and not ('audit' = any (u.roles))
      and (cardinality(p.roles) = 0 or u.roles && p.roles)
    join staff_people s on s.id = u.person_id left join channel_receipts c on c.post_id = p.id and c.user_id = u.id
  $$;
grant execute on function channel_recipients to office_face;
