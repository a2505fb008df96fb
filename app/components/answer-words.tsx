/** An answer's words as a form holds them: laid over what the server has, compared with it, and read. */

import type { DraftPoint } from '#app/domain/answers/publishable'
import { useWords } from '#app/i18n/use-words'
import { type Labels, labelOf } from './form-errors'

export type FormWords = [name: string, value: string][]
type Written = { opening: string; language: string; points: DraftPoint[] }

const lineOf = (name: string) => name.match(/^points\[\d+\]/)?.[0] ?? ''
const isPointId = (name: string) => name.endsWith('].pointId')

/** The answer with these words in it. A point is known by its id: lines move when another is split. */
export function withWords<A extends Written>(answer: A, words: FormWords): A {
  const own = (wanted: string) => words.find(([name]) => name === wanted)?.[1]
  return {
    ...answer,
    opening: own('opening') ?? answer.opening,
    language: own('language') ?? answer.language,
    points: answer.points.map((point) => ({ ...point, ...wordsAbout(point.id, words) })),
  }
}

function wordsAbout(pointId: string, words: FormWords) {
  const line = words.find(([name, value]) => isPointId(name) && value === pointId)?.[0]
  if (!line) return {}
  const about = words.filter(([name]) => lineOf(name) === lineOf(line) && !isPointId(name))
  return Object.fromEntries(about.map(([name, value]) => [name.slice(lineOf(name).length + 1), value]))
}

export function sameWords(answer: Written, words: FormWords): boolean {
  const written = ({ opening, language, points }: Written) =>
    JSON.stringify([opening, language, points], (_key, value) =>
      typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() || null : value,
    )
  return lostWords(answer, words).length === 0 && written(withWords(answer, words)) === written(answer)
}

/** What was written about points that were split since. */
export function lostWords({ points }: Written, words: FormWords): FormWords {
  const gone = words
    .filter(([name, value]) => isPointId(name) && !points.some(({ id }) => id === value))
    .map(([name]) => lineOf(name))
  return words.filter(([name, value]) => gone.includes(lineOf(name)) && !isPointId(name) && value.trim())
}

/** To be read and copied. */
export function AnswerWords({ words, labels, language }: { words: FormWords; labels: Labels; language: string }) {
  const t = useWords()
  return (
    <dl>
      {words
        .filter(([name, value]) => value.trim() && name !== 'language' && !isPointId(name))
        .map(([name, value]) => (
          <div key={name}>
            <dt>{labelOf(labels, name)}</dt>
            <dd className="people-text">
              {name.endsWith('.verdict') ? t(`answers.verdict.${value}`) : <bdi lang={language}>{value}</bdi>}
            </dd>
          </div>
        ))}
    </dl>
  )
}
