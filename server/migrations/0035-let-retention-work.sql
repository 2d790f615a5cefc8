-- What the retention job looks for by age (S-129): rows come in the order of time, so a block index is enough.
create index certificate_queries__at on certificate_queries using brin (at);
create index staff_sessions__ends_at on staff_sessions using brin (ends_at);
