import { TerritoryField } from '#app/components/choice-fields'
import { TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { dues, sorts, usualSort } from '#app/domain/proposals/listing'
import { topics } from '#app/domain/proposals/topics'
import { useWords } from '#app/i18n/use-words'

const inLinks = ['sort', 'stage', 'due', 'topic'] as const
type InLinks = (typeof inLinks)[number]
export type Chosen = Partial<Record<'q' | 'territory' | 'association' | 'after' | InLinks, string | undefined>>

type Props = { chosen: Chosen; places: { id: string; name: string; kind: string }[] }

/** What narrows a list: words and a place in a form, the rest in links. All of it stands in the address. */
export function ListFilters({ chosen, places }: Props) {
  const t = useWords()
  return (
    <>
      <Form method="get" action="/proposals" role="search" className="filters">
        <TextField
          key={`q ${chosen.q}`}
          name="q"
          type="search"
          label={t('proposals.search.words')}
          value={chosen.q}
          maxLength={100}
        />
        <TerritoryField
          key={`in ${chosen.territory}`}
          name="territory"
          label={t('proposals.search.territory')}
          empty={t('proposals.search.anywhere')}
          value={chosen.territory}
          places={places}
        />
        {chosen.association && <input type="hidden" name="association" value={chosen.association} />}
        {inLinks
          .filter((name) => chosen[name] && !(name === 'sort' && isUsual(chosen)))
          .map((name) => (
            <input key={name} type="hidden" name={name} value={chosen[name]} />
          ))}
        <button className="quiet-button">{t('proposals.search.find')}</button>
      </Form>
      <Chips name="sort" values={sorts.filter((sort) => chosen.q || sort !== 'match')} chosen={chosen} />
      <details open={Boolean(chosen.topic || chosen.stage || chosen.due)}>
        <summary>{t('proposals.filter')}</summary>
        <Chips name="stage" values={['open', 'qualified', 'answered', 'archived', 'withdrawn']} chosen={chosen} />
        <Chips name="due" values={dues} chosen={chosen} />
        <Chips name="topic" values={topics} chosen={chosen} />
      </details>
    </>
  )
}

/** One filter as links: each an address one can share; the chosen one, pressed again, is taken off. */
function Chips({ name, values, chosen }: { name: InLinks; values: readonly string[]; chosen: Chosen }) {
  const t = useWords()
  return (
    <nav aria-label={t(`proposals.filters.${name}`)}>
      <ul className="chips">
        {values.map((value) => {
          const on = chosen[name] === value
          const to = addressOf(chosen, { [name]: on && name !== 'sort' ? undefined : value })
          return (
            <li key={value}>
              <Link className="chip" to={to} aria-current={on ? 'true' : undefined} keepsPlace>
                {t(`proposals.${name}.${value}`)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

export function addressOf(chosen: Chosen, change: Chosen, path = '/proposals') {
  const query = new URLSearchParams()
  const all: Chosen = { ...chosen, ...change }
  for (const [name, value] of Object.entries(all)) {
    if (value && !(name === 'sort' && isUsual(all))) query.set(name, value)
  }
  const search = query.toString()
  return search ? `${path}?${search}` : path
}

/** Said by nobody: a list has this order by itself. */
function isUsual({ q, sort }: Chosen) {
  return sort === usualSort(q)
}
