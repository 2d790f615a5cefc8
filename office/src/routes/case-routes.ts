import type { RouteObject } from 'react-router'

/** Work on cases and certificates: queues, one case, bulk runs, supervision, vetting, 限制库. */
export const CASE_ROUTES: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({ Component: (await import('../features/work/work-page.tsx')).WorkPage }),
  },
  {
    path: 'cases',
    lazy: async () => ({ Component: (await import('../features/queue/queue-page.tsx')).QueuePage }),
  },
  {
    path: 'runs',
    lazy: async () => ({ Component: (await import('../features/queue/runs-page.tsx')).RunsPage }),
  },
  {
    path: 'runs/:runId',
    lazy: async () => ({ Component: (await import('../features/queue/run-page.tsx')).RunPage }),
  },
  {
    path: 'appeals',
    lazy: async () => ({ Component: (await import('../features/appeal/appeals-page.tsx')).AppealsPage }),
  },
  {
    path: 'appeals/:requestId',
    lazy: async () => ({ Component: (await import('../features/appeal/appeal-page.tsx')).AppealPage }),
  },
  {
    path: 'ratings',
    lazy: async () => ({ Component: (await import('../features/appeal/ratings-page.tsx')).RatingsPage }),
  },
  {
    path: 'exceptions',
    lazy: async () => ({ Component: (await import('../features/exception/exceptions-page.tsx')).ExceptionsPage }),
  },
  {
    path: 'relations',
    lazy: async () => ({ Component: (await import('../features/exception/relations-page.tsx')).RelationsPage }),
  },
  {
    path: 'cases/:applicationId',
    lazy: async () => ({ Component: (await import('../features/case/case-page.tsx')).CasePage }),
  },
  {
    path: 'supervision',
    lazy: async () => ({ Component: (await import('../features/supervision/board-page.tsx')).BoardPage }),
  },
  {
    path: 'supervision/agencies/:agencyCode',
    lazy: async () => ({ Component: (await import('../features/supervision/board-page.tsx')).BoardPage }),
  },
  {
    path: 'supervision/agencies/:agencyCode/cases',
    lazy: async () => ({
      Component: (await import('../features/supervision/cases-below-page.tsx')).CasesBelowPage,
    }),
  },
  {
    path: 'supervision/cases/:applicationId',
    lazy: async () => ({ Component: (await import('../features/supervision/case-below-page.tsx')).CaseBelowPage }),
  },
  {
    path: 'vetting',
    lazy: async () => ({ Component: (await import('../features/vetting/vetting-page.tsx')).VettingPage }),
  },
  {
    path: 'vetting/batches/:batchId',
    lazy: async () => ({ Component: (await import('../features/vetting/batch-page.tsx')).BatchPage }),
  },
  {
    path: 'vetting/mismatches',
    lazy: async () => ({ Component: (await import('../features/vetting/mismatches-page.tsx')).MismatchesPage }),
  },
  {
    path: 'vetting/papers',
    lazy: async () => ({ Component: (await import('../features/vetting/papers-page.tsx')).PapersPage }),
  },
  {
    path: 'vetting/looks',
    lazy: async () => ({ Component: (await import('../features/vetting/looks-page.tsx')).LooksPage }),
  },
  {
    path: 'vetting/offices',
    lazy: async () => ({ Component: (await import('../features/vetting/offices-page.tsx')).OfficesPage }),
  },
  {
    path: 'certificates',
    lazy: async () => ({
      Component: (await import('../features/certificate/certificates-page.tsx')).CertificatesPage,
    }),
  },
  {
    path: 'certificates/:certificateId',
    lazy: async () => ({
      Component: (await import('../features/certificate/certificate-page.tsx')).CertificatePage,
    }),
  },
  {
    path: 'restrictions',
    lazy: async () => ({
      Component: (await import('../features/restriction/restrictions-page.tsx')).RestrictionsPage,
    }),
  },
  {
    path: 'restrictions/new',
    lazy: async () => ({ Component: (await import('../features/restriction/entry-page.tsx')).EntryPage }),
  },
  {
    path: 'restrictions/:entryId',
    lazy: async () => ({
      Component: (await import('../features/restriction/restriction-page.tsx')).RestrictionPage,
    }),
  },
  {
    path: 'exam-bars',
    lazy: async () => ({ Component: (await import('../features/exam-bar/exam-bars-page.tsx')).ExamBarsPage }),
  },
  {
    path: 'exam-bars/:importId',
    lazy: async () => ({ Component: (await import('../features/exam-bar/exam-import-page.tsx')).ExamImportPage }),
  },
  {
    path: 'restriction-hits',
    lazy: async () => ({ Component: (await import('../features/restriction/hits-page.tsx')).HitsPage }),
  },
]
