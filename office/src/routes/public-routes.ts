import type { RouteObject } from 'react-router'

/** What the public asks and is told, and what the levels tell each other. */
export const PUBLIC_ROUTES: RouteObject[] = [
  {
    path: 'consultations',
    lazy: async () => ({ Component: (await import('../features/consultation/inbox-page.tsx')).InboxPage }),
  },
  {
    path: 'consultations/:consultationId',
    lazy: async () => ({
      Component: (await import('../features/consultation/consultation-page.tsx')).ConsultationPage,
    }),
  },
  {
    path: 'consultations/board',
    lazy: async () => ({ Component: (await import('../features/consultation/board-page.tsx')).ConsultationBoardPage }),
  },
  {
    path: 'channel',
    lazy: async () => ({ Component: (await import('../features/channel/channel-page.tsx')).ChannelPage }),
  },
  {
    path: 'channel/new',
    lazy: async () => ({ Component: (await import('../features/channel/new-post-page.tsx')).NewPostPage }),
  },
  {
    path: 'channel/:postId',
    lazy: async () => ({ Component: (await import('../features/channel/post-page.tsx')).PostPage }),
  },
  {
    path: 'notices',
    lazy: async () => ({ Component: (await import('../features/notice/notices-page.tsx')).NoticesPage }),
  },
  {
    path: 'notices/below',
    lazy: async () => ({ Component: (await import('../features/notice/notices-below-page.tsx')).NoticesBelowPage }),
  },
  {
    path: 'notices/new',
    lazy: async () => ({ Component: (await import('../features/notice/new-notice-page.tsx')).NewNoticePage }),
  },
  {
    path: 'notices/:noticeId',
    lazy: async () => ({ Component: (await import('../features/notice/notice-page.tsx')).NoticePage }),
  },
  {
    path: 'notices/:noticeId/edit',
    lazy: async () => ({ Component: (await import('../features/notice/edit-notice-page.tsx')).EditNoticePage }),
  },
  {
    path: 'questions',
    lazy: async () => ({ Component: (await import('../features/question/questions-page.tsx')).QuestionsPage }),
  },
]
