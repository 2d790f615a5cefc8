/** Every address of the site, written once. */
export const paths = {
  home: '/',
  services: '/services',
  certificates: '/certificates',
  questions: '/questions',
  help: '/help',
  signIn: '/sign-in',
  register: '/register',
  business: '/business',
  apply: '/apply',
  notice: (noticeId: string): string => `/notices/${encodeURIComponent(noticeId)}`,
  application: (applicationId: string): string => `/applications/${encodeURIComponent(applicationId)}`,
  /** Sign-in that leads back to where the person wanted to go. */
  signInThen: (next: string): string => `/sign-in?next=${encodeURIComponent(next)}`,
} as const
