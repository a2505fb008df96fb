import { useEffect, useState } from 'react'
import { useWords } from '#app/i18n/use-words'
import { useDragging } from './dragging'
import type { BallotFieldProps } from './field-props'
import { OptionText } from './option-text'

/** An order: by numbers, which need no scripts; by buttons; or by dragging. Options without a number are not ranked. */
export function OrderFields({ terms, content, language, onChange }: BallotFieldProps) {
  const t = useWords()
  const [order, setOrder] = useState<string[]>(content && 'order' in content ? content.order : [])
  const [alive, setAlive] = useState(false)
  const [said, setSaid] = useState('')
  useEffect(() => setAlive(true), [])

  const titleOf = (key: string) => terms.options.find((option) => option.key === key)?.title ?? ''
  /** Place 0 takes the option out of the order. */
  const put = (key: string, place: number) => {
    const others = order.filter((one) => one !== key)
    const next = place === 0 ? others : [...others.slice(0, place - 1), key, ...others.slice(place - 1)]
    setOrder(next)
    const at = next.indexOf(key) + 1
    setSaid(
      at > 0
        ? t('polls.ballot.is-now', { title: titleOf(key), place: at })
        : t('polls.ballot.is-out', { title: titleOf(key) }),
    )
    onChange()
  }
  const { drag, gripOf } = useDragging((key, row) => put(key, Math.min(row + 1, order.length + 1)))
  const unranked = terms.options.filter(({ key }) => !order.includes(key))
  const ranked = order.flatMap((key) => terms.options.find((option) => option.key === key) ?? [])
  const shown = [...ranked, ...unranked]
  return (
    <fieldset className="field ballot-options">
      <legend className="visually-hidden">{terms.question}</legend>
      <p className="hint">{t(alive ? 'polls.ballot.order' : 'polls.ballot.order-by-numbers')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ol className="ranking">
        {shown.map((option, row) => {
          const place = order.indexOf(option.key) + 1
          return (
            <li key={option.id} className={rowClass(place > 0, drag?.key === option.key, drag?.row === row)}>
              <input type="hidden" name={`option[${row}]`} value={option.id} />
              <label className="place">
                <span className="visually-hidden">{t('polls.ballot.place-of', { title: option.title })}</span>
                <select
                  name={`number[${row}]`}
                  value={place || ''}
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
                <span className="grip" aria-hidden="true" {...gripOf(option.key)}>
                  ⠿
                </span>
              )}
              <OptionText option={option} language={language} rule={terms.rule} currency={terms.settings.currency} />
              {alive && (
                <span className="move-buttons">
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={place === 1}
                    aria-label={t('polls.ballot.up', { title: option.title })}
                    onClick={() => put(option.key, place > 1 ? place - 1 : order.length + 1)}
                  >
                    ↑
                  </button>
                  <button
                    type="button"
                    className="quiet-button"
                    disabled={place === 0}
                    aria-label={t('polls.ballot.down', { title: option.title })}
                    onClick={() => put(option.key, place === order.length ? 0 : place + 1)}
                  >
                    ↓
                  </button>
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}

function rowClass(chosen: boolean, dragged: boolean, over: boolean) {
  return ['ballot-option', chosen && 'chosen', dragged && 'dragged', over && !dragged && 'over']
    .filter(Boolean)
    .join(' ')
}
