import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words'
import { useDragging } from './dragging'
import type { BallotFieldProps } from './field-props'
import { OptionText } from './option-text'

type Props = BallotFieldProps & {
  /** As typed on a ballot that was refused, where there are no scripts to put them in order */
  numbers: Record<string, number> | undefined
}

/** An order: by numbers, which need no scripts; by buttons; or by dragging. Options without a number are not ranked. */
export function OrderFields({ terms, content, language, numbers, onChange }: Props) {
  const t = useWords()
  const [order, setOrder] = useState<string[]>(content && 'order' in content ? content.order : [])
  const [alive, setAlive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setAlive(true), [])

  const titleOf = (key: string) => terms.options.find((option) => option.key === key)?.title ?? ''
  /** Place 0 takes the option out of the order. */
  const put = (key: string, place: number) => {
    const next = withAt(order, key, place)
    const title = titleOf(key)
    const at = next.indexOf(key) + 1
    setSaid(at > 0 ? t('polls.ballot.is-now', { title, place: at }) : t('polls.ballot.is-out', { title }))
    if (next.join() === order.join()) return
    setOrder(next)
    onChange()
  }
  const { drag, gripOf } = useDragging((key, row) => put(key, placeAt(order, key, row)))
  const rowOf = (key: string) => {
    const place = order.indexOf(key) + 1
    return place > 0 ? place - 1 : order.length + 1 + unranked.findIndex((option) => option.key === key)
  }
  const unranked = terms.options.filter(({ key }) => !order.includes(key))
  const ranked = order.flatMap((key) => terms.options.find((option) => option.key === key) ?? [])
  const markOf = (row: number) => {
    if (drag?.row !== row || rowOf(drag.key) === row) return null
    return rowOf(drag.key) < row && row <= order.length ? 'over-after' : 'over-before'
  }
  const line = (option: BallotFieldProps['terms']['options'][number], at: number) => {
    const place = order.indexOf(option.key) + 1
    const mark = markOf(rowOf(option.key))
    const states = [place > 0 && 'chosen', drag?.key === option.key && 'dragged', mark]
    return (
      <li key={option.id} className={['ballot-option', ...states].filter(Boolean).join(' ')}>
        <input type="hidden" name={`option[${at}]`} value={option.id} />
        <OptionText option={option} language={language} rule={terms.rule} currency={terms.settings.currency} />
        <label className="place">
          <span className="visually-hidden">{t('polls.ballot.place-of', { title: option.title })}</span>
          <select
            name={`number[${at}]`}
            value={(alive ? place : (numbers?.[option.key] ?? place)) || ''}
            onChange={(event) => put(option.key, Number(event.currentTarget.value))}
          >
            <option value="">{t('polls.ballot.no-place')}</option>
            {terms.options.map(({ key }, at) => (
              <option key={key} value={at + 1}>
                {at + 1}
              </option>
            ))}
          </select>
        </label>
        {alive && (
          <span className="move-buttons">
            <MoveButton
              sign="↑"
              label={t('polls.ballot.up', { title: option.title })}
              idle={place === 1}
              move={() => put(option.key, place > 0 ? Math.max(1, place - 1) : order.length + 1)}
            />
            <MoveButton
              sign="↓"
              label={t('polls.ballot.down', { title: option.title })}
              idle={place === 0}
              move={() => put(option.key, place === order.length ? 0 : place && place + 1)}
            />
          </span>
        )}
        {alive && (
          <span className="grip" aria-hidden="true" {...gripOf(option.key)}>
            ⠿
          </span>
        )}
      </li>
    )
  }
  const rest = alive && (
    <li key="rest" className={['rest', markOf(order.length)].filter(Boolean).join(' ')}>
      {t(
        ranked.length === 0
          ? 'polls.ballot.nothing-yet'
          : unranked.length > 0
            ? 'polls.ballot.rest'
            : 'polls.ballot.no-rest',
      )}
    </li>
  )
  return (
    <fieldset className="field ballot-options">
      <legend className="visually-hidden">{terms.question}</legend>
      <p className="hint">{t(alive ? 'polls.ballot.order' : 'polls.ballot.order-by-numbers')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ol className="ranking">
        {/* One list, so that a row keeps the focus wherever it moves */}
        {[...ranked.map(line), rest, ...unranked.map((option, at) => line(option, ranked.length + at))]}
      </ol>
    </fieldset>
  )
}

/**
 * Where an option goes that is let go on a row: the row after the last place parts what has a place from what has none.
 * The first one is ranked wherever it is let go.
 */
export function placeAt(order: readonly string[], key: string, row: number): number {
  if (order.length === 0) return 1
  return row > order.length ? 0 : Math.min(row + 1, withAt(order, key, 0).length + 1)
}

/** The order with one option at another place; place 0 takes it out. */
function withAt(order: readonly string[], key: string, place: number): string[] {
  const others = order.filter((one) => one !== key)
  return place === 0 ? others : [...others.slice(0, place - 1), key, ...others.slice(place - 1)]
}

/** Says that it would move nothing, and keeps the focus all the same. */
function MoveButton({ sign, label, idle, move }: { sign: string; label: string; idle: boolean; move: () => void }) {
  return (
    <button type="button" className="quiet-button" aria-disabled={idle || undefined} aria-label={label} onClick={move}>
      {sign}
    </button>
  )
}
