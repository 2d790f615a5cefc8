import './question.css'
import { BUSINESS_TITLES, Business } from '@xingtan/contract/notice'
import { QUESTION_CATEGORIES, type Question, searchQuestionsEndpoint } from '@xingtan/contract/question'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { SelectField } from '@xingtan/ui/components/select-field'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { keepPreviousData } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../paths.ts'
import { findRememberedPlace } from '../../place/remembered-place.ts'
import { QuestionList } from '../../question-list.tsx'
import { SearchBox } from '../../search-box.tsx'
import { QuestionRating } from './question-rating.tsx'

const CHOICES = Business.options.filter((one) => one !== 'all')

/** 常见问题: by heading, or those that fit what one asks; each may be rated (PUB-6). */
export function QuestionRoute() {
  const [search, setSearch] = useSearchParams()
  const [place] = useState(findRememberedPlace)
  const mine = place?.at(-1)
  const text = (search.get('text') ?? '').slice(0, 60)
  const business = Business.safeParse(search.get('business')).data
  const query = useEndpoint(
    searchQuestionsEndpoint,
    {
      ...(mine === undefined ? {} : { regionCode: mine.code }),
      ...(business === undefined ? {} : { business }),
      ...(text === '' ? {} : { text }),
    },
    { placeholderData: keepPreviousData },
  )
  const change = (name: string, value: string): void => {
    const next = new URLSearchParams(search)
    if (value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next)
  }
  return (
    <div className="text-column">
      <PageTitle
        title="常见问题"
        lead={
          <>
            没有找到答案时，请到<Link to={paths.help}>咨询服务</Link>查看联系方式。
          </>
        }
      />
      <div className="question-filters no-print">
        <SelectField
          id="business"
          label="业务"
          value={business ?? ''}
          placeholder="全部业务"
          onChange={(value) => change('business', value)}
          options={CHOICES.map((value) => ({ value, label: BUSINESS_TITLES[value] }))}
        />
        <SearchBox
          key={text}
          label="您遇到了什么问题"
          maxLength={60}
          text={text}
          onSearch={(value) => change('text', value)}
        />
      </div>
      <QueryState query={query}>
        {({ questions }) => <Answers questions={questions} isSearch={text !== ''} />}
      </QueryState>
    </div>
  )
}

function Answers({ questions, isSearch }: { readonly questions: readonly Question[]; readonly isSearch: boolean }) {
  const rating = ({ questionId }: Question) => <QuestionRating questionId={questionId} />
  if (questions.length === 0) {
    return (
      <EmptyState title={isSearch ? '没有找到相符的问题' : '目前没有常见问题'}>
        <p className="secondary">请换一种说法再试，或者通过咨询服务联系工作人员。</p>
        <div className="button-row">
          <LinkButton to={paths.help}>咨询服务</LinkButton>
        </div>
      </EmptyState>
    )
  }
  if (isSearch) {
    return (
      <section aria-labelledby="found">
        <h2 id="found" className="question-heading">
          找到 {questions.length} 个相关问题
        </h2>
        <QuestionList questions={questions} renderFoot={rating} />
      </section>
    )
  }
  return QUESTION_CATEGORIES.map((category) => ({
    category,
    own: questions.filter((one) => one.category === category),
  }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => (
      <section key={category} aria-label={category}>
        <h2 className="question-heading">{category}</h2>
        <QuestionList questions={own} renderFoot={rating} />
      </section>
    ))
}
