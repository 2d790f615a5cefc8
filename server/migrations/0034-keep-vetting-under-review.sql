-- Details of checks wait for an open review request or correction: whoever answers needs what the conclusion rested on
-- (APP-15, S-129).
create policy review_requests__worker on review_requests for select to worker using (true);
create policy conclusion_corrections__worker on conclusion_corrections for select to worker using (true);
grant select (application_id, outcome) on review_requests to worker;
grant select (application_id, state) on conclusion_corrections to worker;
