import { createBrowserRouter } from 'react-router'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { OfficeLayout } from './layout/office-layout.tsx'
import { PageFailure } from './layout/page-failure.tsx'

/** Every address of the office. Features meet here and nowhere else. */
export function createOfficeRouter() {
  return createBrowserRouter([
    {
      path: '/sign-in',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/sign-in/sign-in-page.tsx')).SignInPage }),
    },
    {
      path: '/activate',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/staff/activate-page.tsx')).ActivatePage }),
    },
    {
      // The screen of the waiting room runs without a session; its token stands behind `#`.
      path: '/call-screen',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/call-screen/call-screen-page.tsx')).CallScreenPage }),
    },
    {
      path: '/sign-in/passkey',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/sign-in/passkey-page.tsx')).PasskeyPage }),
    },
    {
      path: '/',
      Component: OfficeLayout,
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      children: [
        {
          index: true,
          lazy: async () => ({ Component: (await import('./features/work/work-page.tsx')).WorkPage }),
        },
        {
          path: 'cases',
          lazy: async () => ({ Component: (await import('./features/queue/queue-page.tsx')).QueuePage }),
        },
        {
          path: 'cases/:applicationId',
          lazy: async () => ({ Component: (await import('./features/case/case-page.tsx')).CasePage }),
        },
        {
          path: 'desk',
          lazy: async () => ({ Component: (await import('./features/confirm-desk/desk-page.tsx')).DeskPage }),
        },
        {
          path: 'queue',
          lazy: async () => ({ Component: (await import('./features/appointment/queue-page.tsx')).QueueCallPage }),
        },
        {
          path: 'points',
          lazy: async () => ({ Component: (await import('./features/point/points-page.tsx')).PointsPage }),
        },
        {
          path: 'points/new',
          lazy: async () => ({ Component: (await import('./features/point/new-point-page.tsx')).NewPointPage }),
        },
        {
          path: 'points/:pointId',
          lazy: async () => ({ Component: (await import('./features/point/point-page.tsx')).PointPage }),
        },
        {
          path: 'vetting',
          lazy: async () => ({ Component: (await import('./features/vetting/vetting-page.tsx')).VettingPage }),
        },
        {
          path: 'certificates',
          lazy: async () => ({
            Component: (await import('./features/certificate/certificates-page.tsx')).CertificatesPage,
          }),
        },
        {
          path: 'certificates/:certificateId',
          lazy: async () => ({
            Component: (await import('./features/certificate/certificate-page.tsx')).CertificatePage,
          }),
        },
        {
          path: 'runs',
          lazy: async () => ({ Component: (await import('./features/queue/runs-page.tsx')).RunsPage }),
        },
        {
          path: 'runs/:runId',
          lazy: async () => ({ Component: (await import('./features/queue/run-page.tsx')).RunPage }),
        },
        {
          path: 'supervision',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode/cases',
          lazy: async () => ({
            Component: (await import('./features/supervision/cases-below-page.tsx')).CasesBelowPage,
          }),
        },
        {
          path: 'supervision/cases/:applicationId',
          lazy: async () => ({ Component: (await import('./features/supervision/case-below-page.tsx')).CaseBelowPage }),
        },
        {
          path: 'agencies',
          lazy: async () => ({ Component: (await import('./features/agency/agencies-page.tsx')).AgenciesPage }),
        },
        {
          path: 'agencies/:agencyCode',
          lazy: async () => ({ Component: (await import('./features/agency/agency-page.tsx')).AgencyPage }),
        },
        {
          path: 'agency-profile',
          lazy: async () => ({ Component: (await import('./features/agency/profile-page.tsx')).ProfilePage }),
        },
        {
          path: 'restrictions',
          lazy: async () => ({
            Component: (await import('./features/restriction/restrictions-page.tsx')).RestrictionsPage,
          }),
        },
        {
          path: 'restrictions/new',
          lazy: async () => ({ Component: (await import('./features/restriction/entry-page.tsx')).EntryPage }),
        },
        {
          path: 'restrictions/:entryId',
          lazy: async () => ({
            Component: (await import('./features/restriction/restriction-page.tsx')).RestrictionPage,
          }),
        },
        {
          path: 'restriction-hits',
          lazy: async () => ({ Component: (await import('./features/restriction/hits-page.tsx')).HitsPage }),
        },
        {
          path: 'supervision',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode/cases',
          lazy: async () => ({
            Component: (await import('./features/supervision/cases-below-page.tsx')).CasesBelowPage,
          }),
        },
        {
          path: 'supervision/cases/:applicationId',
          lazy: async () => ({ Component: (await import('./features/supervision/case-below-page.tsx')).CaseBelowPage }),
        },
        {
          path: 'supervision',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode/cases',
          lazy: async () => ({
            Component: (await import('./features/supervision/cases-below-page.tsx')).CasesBelowPage,
          }),
        },
        {
          path: 'supervision/cases/:applicationId',
          lazy: async () => ({ Component: (await import('./features/supervision/case-below-page.tsx')).CaseBelowPage }),
        },
        {
          path: 'policies',
          lazy: async () => ({ Component: (await import('./features/policy/policies-page.tsx')).PoliciesPage }),
        },
        {
          path: 'policies/:key',
          lazy: async () => ({ Component: (await import('./features/policy/policy-page.tsx')).PolicyPage }),
        },
        {
          path: 'policies/:key/propose',
          lazy: async () => ({ Component: (await import('./features/policy/propose-page.tsx')).ProposePage }),
        },
        {
          path: 'windows',
          lazy: async () => ({ Component: (await import('./features/window/windows-page.tsx')).WindowsPage }),
        },
        {
          path: 'proposals',
          lazy: async () => ({ Component: (await import('./features/policy/proposals-page.tsx')).ProposalsPage }),
        },
        {
          path: 'proposals/:kind/:proposalId',
          lazy: async () => ({ Component: (await import('./features/policy/proposal-page.tsx')).ProposalPage }),
        },
        {
          path: 'supervision',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode',
          lazy: async () => ({ Component: (await import('./features/supervision/board-page.tsx')).BoardPage }),
        },
        {
          path: 'supervision/agencies/:agencyCode/cases',
          lazy: async () => ({
            Component: (await import('./features/supervision/cases-below-page.tsx')).CasesBelowPage,
          }),
        },
        {
          path: 'supervision/cases/:applicationId',
          lazy: async () => ({ Component: (await import('./features/supervision/case-below-page.tsx')).CaseBelowPage }),
        },
        {
          path: 'staff',
          lazy: async () => ({ Component: (await import('./features/staff/people-page.tsx')).PeoplePage }),
        },
        {
          path: 'staff/:personId',
          lazy: async () => ({ Component: (await import('./features/staff/person-page.tsx')).PersonPage }),
        },
        {
          path: 'staff-filings',
          lazy: async () => ({ Component: (await import('./features/staff/filings-page.tsx')).FilingsPage }),
        },
        {
          path: 'delegations',
          lazy: async () => ({ Component: (await import('./features/staff/delegations-page.tsx')).DelegationsPage }),
        },
        {
          path: 'work-info',
          lazy: async () => ({ Component: (await import('./features/work-info/work-info-page.tsx')).WorkInfoPage }),
        },
        {
          path: 'work-info/board',
          lazy: async () => ({ Component: (await import('./features/work-info/board-page.tsx')).BoardPage }),
        },
        {
          path: 'my-sign-in',
          lazy: async () => ({ Component: (await import('./features/security/my-sign-in-page.tsx')).MySignInPage }),
        },
        {
          path: 'security/sessions',
          lazy: async () => ({ Component: (await import('./features/security/sessions-page.tsx')).SessionsPage }),
        },
        {
          path: 'security/events',
          lazy: async () => ({ Component: (await import('./features/security/events-page.tsx')).SecurityEventsPage }),
        },
        {
          path: 'security/addresses',
          lazy: async () => ({ Component: (await import('./features/security/addresses-page.tsx')).AddressesPage }),
        },
        {
          path: 'security/addresses/:agencyCode',
          lazy: async () => ({
            Component: (await import('./features/security/agency-addresses-page.tsx')).AgencyAddressesPage,
          }),
        },
        {
          path: 'passkey-codes',
          lazy: async () => ({
            Component: (await import('./features/security/passkey-code-page.tsx')).PasskeyCodePage,
          }),
        },
        { path: '*', Component: NotFoundPage },
      ],
    },
  ])
}
