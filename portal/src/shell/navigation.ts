import { paths } from '../paths.ts'

/** The navigation bar of the handbook, in its order and words (PUB-1). */
export const NAVIGATION = [
  { title: '首页', to: paths.home },
  { title: '网上办事', to: paths.services },
  { title: '证书查询', to: paths.certificates },
  { title: '常见问题', to: paths.questions },
  { title: '咨询服务', to: paths.help },
] as const
