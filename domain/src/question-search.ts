import { searchWriting } from './search-text.ts'

export interface SearchedQuestion {
  readonly question: string
  readonly answer: string
  readonly keywords: readonly string[]
}

/** A word people use and the one that stands for all of its meaning. */
export interface SearchWord {
  readonly word: string
  readonly meaning: string
}

/** Words every question is full of. */
const EMPTY_WORDS = /请问|怎么办|怎么|怎样|如何|为什么|什么|可以|能不能|能否|是否|需要|一直|吗|呢|了|的|我|啊|吧/g
const NO_WORD = /[^\p{L}\p{N}]+/gu
const WEIGHTS = { keywords: 4, question: 3, answer: 1 } as const

type Rewrite = (text: string) => string

/** Puts the one word for all of a meaning, longer words first, in one pass. */
function rewriteWith(words: readonly SearchWord[]): Rewrite {
  const meanings = new Map(words.map(({ word, meaning }) => [searchWriting(word), searchWriting(meaning)]))
  const found = [...meanings.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}\s]/gu, '\\$&'))
  if (found.length === 0) return searchWriting
  const pattern = new RegExp(found.join('|'), 'g')
  return (text) => searchWriting(text).replaceAll(pattern, (word) => meanings.get(word) ?? word)
}

/** Two neighbouring characters at a time, since Chinese has no spaces; Latin words and numbers whole. */
function partsOf(text: string): Set<string> {
  const parts = text.split(NO_WORD).flatMap((run) => run.match(/[a-z\d]+|[^a-z\d]+/g) ?? [])
  const pairs = parts.flatMap((run) => {
    if (run.length === 1 || /^[a-z\d]/.test(run)) return [run]
    const characters = Array.from(run)
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
  })
  return new Set(pairs)
}

/**
 * The questions that fit what a person typed, best first; a fifth of what was typed has to be found, and what fits far
 * less than the best is left out. Same words in other writing, and other words of the same meaning, count as the same
 * (PUB-6).
 */
export function rankQuestions<Row extends SearchedQuestion>(
  text: string,
  questions: readonly Row[],
  words: readonly SearchWord[],
): Row[] {
  const rewrite = rewriteWith(words)
  const typed = rewrite(text)
  const parts = [...partsOf(typed.replaceAll(EMPTY_WORDS, ' '))]
  const wanted = parts.length > 0 ? parts : [...partsOf(typed)]
  const scored = questions.map((row) => {
    const places = {
      keywords: rewrite(row.keywords.join(' ')),
      question: rewrite(row.question),
      answer: rewrite(row.answer),
    }
    const scoreOf = (part: string): number =>
      WEIGHTS.keywords * Number(places.keywords.includes(part)) +
      WEIGHTS.question * Number(places.question.includes(part)) +
      WEIGHTS.answer * Number(places.answer.includes(part))
    const scores = wanted.map(scoreOf)
    const found = scores.filter((score) => score > 0).length
    return {
      row,
      score: scores.reduce((sum, one) => sum + one, 0),
      isFit: found * 5 >= wanted.length && found > 0,
    }
  })
  const best = Math.max(0, ...scored.filter(({ isFit }) => isFit).map(({ score }) => score))
  return scored
    .filter(({ isFit, score }) => isFit && score * 4 >= best)
    .toSorted((a, b) => b.score - a.score)
    .map(({ row }) => row)
}
