import './home.css'
import type { HomeView } from '@xingtan/contract/place'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { dayOf } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { QuestionList } from '../../question-list.tsx'
import { Doors } from './doors.tsx'
import { OpenNow, type OpenNowProps } from './open-now.tsx'
import { OwnBusiness, SignInInvitation } from './own-business.tsx'

export interface HomePageProps extends Omit<OpenNowProps, 'national' | 'place'> {
  readonly home: HomeView
  readonly isSignedIn: boolean
}

const QUESTIONS_SHOWN = 5

function Notices({ notices }: Pick<HomeView, 'notices'>) {
  if (notices.length === 0) return <p className="secondary">目前没有公告。</p>
  return (
    <ul className="notice-list">
      {notices.map(({ id, title, publishedAt, isPinned }) => (
        <li key={id}>
          <span>
            {isPinned && <StatusTag tone="act">置顶</StatusTag>} <Link to={paths.notice(id)}>{title}</Link>
          </span>
          <time dateTime={publishedAt}>{dayOf(publishedAt)}</time>
        </li>
      ))}
    </ul>
  )
}

/** The start page answers in one screen: is it open for me, what do I want, how far is mine, what is new (PUB-1, PUB-7). */
export function HomePage({ home, isSignedIn, ...openNow }: HomePageProps) {
  return (
    <div className="home">
      <PageTitle title="中国教师资格网" isHidden />
      <div className="home-top">
        <OpenNow {...openNow} national={home.national} place={home.place} />
        {isSignedIn ? <OwnBusiness /> : <SignInInvitation />}
      </div>
      <Doors />
      <div className="home-bottom">
        <section className="home-section" aria-labelledby="home-notices">
          <h2 id="home-notices">公告</h2>
          <Notices notices={home.notices} />
          <p>
            <Link to={paths.notices}>查看全部公告</Link>
          </p>
        </section>
        <section className="home-section" aria-labelledby="home-questions">
          <h2 id="home-questions">常见问题</h2>
          <QuestionList questions={home.questions.slice(0, QUESTIONS_SHOWN)} />
          <p>
            <Link to={paths.questions}>查看全部常见问题</Link>
          </p>
        </section>
      </div>
    </div>
  )
}
