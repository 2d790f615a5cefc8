import {
  type Law,
  all,
  any,
  atNoPoint,
  byMe,
  caseHeld,
  caseSeen,
  desk,
  entryLine,
  everybody,
  governs,
  inHeldCase,
  inSeenCase,
  inSeenConsultation,
  inSeenEntry,
  inSeenPost,
  is,
  isHandled,
  isMine,
  isReceiver,
  isSuperiorOf,
  isUnder,
  line,
  mayBeSentTo,
  meAs,
  of,
  own,
  reached,
  seenCertificate,
  seenConsultation,
  seenFile,
  seenImport,
  seenPlan,
  seenPost,
  strictlyBelow,
  supervised,
} from './row-rule.ts'

/** Rows of one case that live with it. */
const CASE_ROWS: Readonly<Record<string, Law>> = {
  applications: { read: caseSeen, change: caseHeld },
  application_events: { read: inSeenCase, add: inHeldCase },
  appointments: { read: desk, change: desk },
  bulk_run_rows: { read: of('run_id', 'bulk_runs', own), add: all(of('run_id', 'bulk_runs', own), inHeldCase) },
  case_agents: { read: inSeenCase, add: all(own, inHeldCase) },
  case_alerts: {
    read: any(own, reached, isMine('raised_from')),
    add: all(is('kind', 'urged'), byMe('raised_by'), isMine('raised_from'), strictlyBelow),
    change: own,
  },
  case_holds: { read: inSeenCase, add: inHeldCase, change: inHeldCase },
  case_moves: {
    read: any(isMine('from_agency'), isMine('to_agency')),
    add: all(isMine('from_agency'), byMe('proposed_by'), is('state', 'proposed'), inHeldCase),
    change: isMine('to_agency'),
    set: (me) => ({ state: 'accepted', answered_by: me.user }),
  },
  case_ratings: { read: own },
  conclusion_corrections: { read: inSeenCase, add: inHeldCase, change: inHeldCase },
  confirmations: { read: inSeenCase, add: all(own, inHeldCase) },
  consents: { read: inSeenCase },
  decision_letters: { read: inSeenCase, change: inHeldCase },
  decisions: { read: inSeenCase, add: all(inHeldCase, is('conclusion', 'failed')), change: inHeldCase },
  /** A paper may be made of whatever may be read: it changes nothing of the case. */
  documents: { read: inSeenCase, add: inSeenCase },
  evidence_uses: { read: inSeenCase, add: inHeldCase, change: inHeldCase },
  evidence: {
    read: ({ me, row, scene }) =>
      scene.at('evidence_uses', 'evidence_id', row['id']).some(({ values }) => inSeenCase({ me, row: values, scene })),
  },
  files: {
    read: seenFile,
    add: any(
      inHeldCase,
      all(own, is('account_id', null), is('application_id', null)),
      all(is('account_id', null), is('application_id', null), is('kind', 'document')),
    ),
  },
  materials: { read: inSeenCase, change: inHeldCase },
  medical_records: { read: inSeenCase, add: all(own, inHeldCase) },
  messages: {
    read: inSeenCase,
    add: any(
      inHeldCase,
      is('account_id', null),
      all(is('application_id', null), ({ me, row, scene }) =>
        scene
          .at('service_requests', 'account_id', row['account_id'])
          .some(({ values }) => own({ me, row: values, scene })),
      ),
    ),
    change: all(is('direction', 'in'), inHeldCase),
  },
  online_cases: { read: desk, change: desk },
  restriction_checks: { read: inSeenCase, add: inHeldCase },
  review_requests: { read: all(own, inSeenCase), change: all(own, inHeldCase) },
  review_request_files: { read: of('request_id', 'review_requests', all(own, inSeenCase)) },
  reviews: { read: inSeenCase, add: inHeldCase },
  supplement_requests: { read: inSeenCase, add: inHeldCase, change: inHeldCase },
  verifications: { read: all(is('kind', 'diploma'), inSeenCase), add: all(is('kind', 'diploma'), inHeldCase) },
  vetting_papers: {
    read: inSeenCase,
    add: all(own, is('state', 'recorded'), inHeldCase),
    change: all(is('state', 'recorded'), inHeldCase),
    set: () => ({ state: 'accepted' }),
  },
  vetting_requests: {
    read: inSeenCase,
    add: all(any(is('state', 'requested'), is('source', 'paper')), inHeldCase),
    change: all(is('state', 'requested'), inHeldCase),
    set: () => ({ state: 'clear' }),
  },
}

const DESK_ROWS: Readonly<Record<string, Law>> = {
  appointment_draws: { read: own, add: all(own, atNoPoint) },
  appointment_rules: { read: own, add: all(own, atNoPoint), change: all(own, atNoPoint) },
  appointment_slots: { read: own, add: all(own, atNoPoint), change: all(own, atNoPoint) },
  call_screens: { read: desk, add: desk },
  case_counters: { read: any(desk, reached) },
  case_counter_changes: { read: any(desk, reached) },
  medical_imports: { read: own, add: own },
  medical_unmatched: { read: own, add: own, change: own },
  point_versions: { read: own, add: all(own, atNoPoint) },
  points: { read: everybody, add: all(own, atNoPoint), change: all(own, atNoPoint) },
  queue_days: { read: desk, add: desk, change: desk },
  queue_tickets: { read: desk, add: desk, change: desk },
  rating_counters: { read: supervised },
  service_requests: { read: own, add: own, change: own },
}

const DECISION_ROWS: Readonly<Record<string, Law>> = {
  bulk_runs: { read: own, add: all(own, byMe('officer_id')) },
  certificate_events: { read: of('certificate_id', 'certificates', seenCertificate) },
  certificate_serials: { read: own, add: own, change: own },
  certificates: { read: seenCertificate, add: own },
  revocation_items: { read: own },
  saved_views: { read: byMe('officer_id'), add: byMe('officer_id'), change: byMe('officer_id') },
  police_offices: { read: own, add: own, change: own },
  vetting_answer_files: { read: own, add: own },
  vetting_batches: { read: own, add: own, change: own },
  vetting_exports: { read: own, add: own },
  vetting_looks: { read: own, add: own },
  vetting_mismatches: { read: own, add: own, change: own },
  vetting_purges: { read: own },
  vetting_standings: { read: own },
}

const RESTRICTION_ROWS: Readonly<Record<string, Law>> = {
  exam_bar_imports: { read: seenImport, add: own, change: seenImport },
  exam_bar_reports: { read: inSeenEntry('entry_id') },
  exam_bar_rows: {
    read: of('import_id', 'exam_bar_imports', seenImport),
    add: of('import_id', 'exam_bar_imports', own),
  },
  restriction_entries: { read: entryLine, add: own, change: isMine('review_agency_code') },
  restriction_hits: { read: own, change: own },
  restriction_warnings: { read: line, add: line, change: own },
}

const TREE_ROWS: Readonly<Record<string, Law>> = {
  agencies: {
    read: everybody,
    add: ({ me, row, scene }) => isUnder(scene, row['parent_code'], me.agency),
    change: ({ me, row, scene }) => row['code'] !== me.agency && isUnder(scene, row['code'], me.agency),
  },
  agency_names: { read: everybody, add: strictlyBelow, change: strictlyBelow },
  agency_powers: { read: everybody, add: strictlyBelow, change: strictlyBelow },
  agency_profiles: { read: everybody, add: own },
  agency_successions: {
    read: ({ me, row, scene }) =>
      isUnder(scene, row['old_code'], me.agency) || isUnder(scene, row['new_code'], me.agency),
    add: ({ me, row, scene }) =>
      row['old_code'] !== me.agency &&
      isUnder(scene, row['old_code'], me.agency) &&
      isUnder(scene, row['new_code'], me.agency),
    change: ({ me, row, scene }) => row['old_code'] !== me.agency && isUnder(scene, row['old_code'], me.agency),
  },
  custody_items: { read: supervised, add: own, change: own },
  custody_terms: {
    read: of('item_id', 'custody_items', supervised),
    add: of('item_id', 'custody_items', own),
    change: all(is('held_to', null), of('item_id', 'custody_items', own)),
    set: () => ({ held_to: '2026-10-12' }),
  },
  emergency_openings: { read: line, add: line, change: line },
  emergency_reads: { read: of('opening_id', 'emergency_openings', line) },
  handover_signatures: {
    read: of('handover_id', 'handovers', supervised),
    add: all(byMe('user_id'), of('handover_id', 'handovers', own)),
  },
  handovers: { read: supervised, add: own, change: own },
  security_regimes: { read: supervised, add: own },
  staff_address_rules: { read: line, add: line, change: line },
  staff_delegations: { read: line, add: all(own, byMe('from_user_id')), change: line },
  staff_filing_events: { read: line, add: line },
  staff_filings: { read: line, add: line, change: line },
  staff_profiles: { read: line, add: line, change: line },
  staff_relations: {
    read: ({ me, row }) => row['person_id'] === me.person,
    add: ({ me, row }) => row['person_id'] === me.person,
    change: ({ me, row }) => row['person_id'] === me.person,
  },
  staff_security_events: {
    read: ({ me, row, scene }) => isUnder(scene, row['agency_code'] ?? '00000', me.agency),
    add: everybody,
  },
  work_info_collections: {
    read: ({ me, row, scene }) =>
      isUnder(scene, me.agency, String(row['agency_code'])) || isUnder(scene, row['agency_code'], me.agency),
    add: own,
  },
  work_info_events: { read: of('form_id', 'work_info_forms', line), add: own },
  work_info_forms: {
    read: line,
    add: own,
    change: any(own, all(isMine('held_by'), is('state', 'handed-in'))),
  },
}

const PLAN_ROWS: Readonly<Record<string, Law>> = {
  filing_reminders: {
    read: supervised,
    add: any(own, all(isMine('raised_from'), byMe('raised_by'), line)),
    change: own,
  },
  filing_reviews: {
    read: of('submission_id', 'filing_submissions', supervised),
    add: all(own, byMe('reviewed_by'), of('submission_id', 'filing_submissions', all(supervised, isReceiver))),
  },
  filing_submissions: { read: supervised, add: own },
  filings: { read: supervised, add: own, change: own },
  plan_publications: { read: seenPlan, add: own },
  plan_reviews: {
    read: of('submission_id', 'plan_submissions', seenPlan),
    add: all(own, byMe('reviewed_by'), isSuperiorOf('submission_id', 'plan_submissions')),
  },
  plan_submissions: { read: seenPlan, add: own },
  plans: { read: seenPlan, add: own, change: own },
  proposals: {
    read: everybody,
    add: all(is('state', 'open'), byMe('proposed_by'), own, governs),
    change: all(is('state', 'open'), governs),
    set: (me) => ({ state: 'approved', decided_by: me.user }),
  },
  training_attendances: {
    read: any(supervised, of('session_id', 'training_sessions', own)),
    add: all(line, of('session_id', 'training_sessions', all(own, is('withdrawn_at', null)))),
    change: all(line, of('session_id', 'training_sessions', all(own, is('withdrawn_at', null)))),
  },
  training_sessions: {
    read: any(supervised, ({ me, row, scene }) => isUnder(scene, me.agency, String(row['agency_code']))),
    add: own,
    change: own,
  },
}

const CONTENT_ROWS: Readonly<Record<string, Law>> = {
  channel_files: {
    read: any(inSeenPost, all(is('post_id', null), byMe('uploaded_by'))),
    add: all(is('post_id', null), byMe('uploaded_by')),
  },
  channel_posts: { read: seenPost, add: all(own, byMe('author_id'), mayBeSentTo), change: own },
  channel_receipts: {
    read: any(byMe('user_id'), of('post_id', 'channel_posts', own)),
    add: all(byMe('user_id'), own, inSeenPost),
    change: byMe('user_id'),
  },
  channel_reminders: { read: inSeenPost, add: all(byMe('officer_id'), of('post_id', 'channel_posts', own)) },
  consultation_events: { read: inSeenConsultation, add: all(byMe('officer_id'), own, inSeenConsultation) },
  consultation_files: { read: inSeenConsultation },
  consultations: { read: seenConsultation, change: all(own, isHandled) },
  notice_attachments: { read: supervised, add: all(own, byMe('added_by')) },
  /** The office below is told once it is done. That it is another office is a check’s, which is not asked here. */
  notice_takedowns: {
    read: any(isMine('upper_code'), all(own, is('state', 'done'))),
    add: all(isMine('upper_code'), byMe('proposed_by'), is('state', 'proposed'), line),
    change: all(isMine('upper_code'), is('state', 'proposed')),
    set: (me) => ({ state: 'done', decided_by: me.user }),
  },
  notice_versions: {
    read: supervised,
    add: all(own, byMe('written_by'), is('state', 'draft')),
    change: all(own, ({ row }) => row['state'] !== 'approved'),
  },
  notices: { read: supervised, change: own },
  question_votes: { read: everybody },
  questions: { read: everybody, add: all(own, byMe('changed_by')), change: own, set: meAs('changed_by') },
}

/**
 * Whose rows an office may read and write, one line a table, written from `requirements.md` and `security.md` 4D: the
 * oracle of S-045 to S-050. Roles are the doors’ part (`door-law.ts`), save where the rows themselves depend on them.
 */
export const ROW_LAW: Readonly<Record<string, Law>> = {
  ...CASE_ROWS,
  ...DESK_ROWS,
  ...DECISION_ROWS,
  ...RESTRICTION_ROWS,
  ...TREE_ROWS,
  ...PLAN_ROWS,
  ...CONTENT_ROWS,
}

/** Tables without an owner, and why: every office reads all of them. */
export const OPEN_TABLES: Readonly<Record<string, string>> = {
  agency_plans: 'published plans',
  audit_checkpoints: 'published to be seen: sizes, hashes, signatures',
  calendar_days: 'the calendar',
  calendar_runs: 'the calendar',
  calendar_years: 'the calendar',
  clock_offsets: 'the clock of demonstrations',
  closures: 'closures told to everybody',
  function_switches: 'closures told to everybody',
  idempotency_keys: 'found by a key only its sender knows',
  plan_windows: 'published plans',
  point_schedules: 'published plans (domain.md §23 case 13)',
  policies: 'public rules',
  province_plans: 'published plans',
  rate_counters: 'counters by hash',
  regions: 'reference',
  rounds: 'windows of the nation',
  schema_migrations: 'version of the schema',
  search_words: 'words of the FAQ',
  staff_activations: 'found by a code only its receiver knows, before anybody is known',
  staff_failures: 'counters by hash',
  staff_key_proofs: 'found by a token, within one session',
  staff_keys: 'asked at the door before anybody is known',
  staff_passkey_codes: 'found by a code only its receiver knows',
  staff_passkey_offers: 'found by a token',
  staff_passkeys: 'asked at the door before anybody is known',
  staff_people: 'asked at the door before anybody is known',
  staff_sessions: 'found by a token before anybody is known',
  staff_sign_ins: 'found by a token before anybody is known',
  staff_users: 'asked at the door before anybody is known',
  subject_aliases: 'reference',
  subjects: 'reference',
  window_extensions: 'windows of the nation',
}
