import { Link } from '#app/components/link'
import { formatDate, formatNumber } from '#app/i18n/formats'
import { useLanguage, useWords } from '#app/i18n/use-words'

type Published = {
  id: string
  digest: string | null
  tickets: number | null
  pool: number | null
  smallest: string | null
  largest: string | null
  publishedAt: Date | null
  drawsAt: Date
  drawSeed: string | null
  ticket: number | null
  drawnAt: Date | null
}
type Props = {
  panel: Published
  own: { code: string } | null
  drawn: { code: string; name: string | null }[]
}

/** The tickets as they were published, the draw, and how anybody checks both. */
export function Lottery({ panel, own, drawn }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const { id, digest, tickets, pool, smallest, largest, publishedAt, drawsAt } = panel
  const percent = (share: string | null) => formatNumber(Math.round(Number(share) * 1000) / 10, reading)
  return (
    <>
      <Draw panel={panel} own={own} drawn={drawn} />
      <section aria-labelledby="lottery">
        <h2 id="lottery">{t('panels.lottery')}</h2>
        <p>
          {t('panels.lottery-hint', {
            tickets: formatNumber(tickets ?? 0, reading),
            people: pool,
            when: publishedAt ? formatDate(publishedAt, reading, 'moment') : '',
          })}
        </p>
        <p>{t('panels.chances', { smallest: percent(smallest), largest: percent(largest) })}</p>
        <p>
          <a href={`/panels/${id}/lottery.txt`} download>
            {t('panels.download')}
          </a>
        </p>
        <p>
          {t('panels.digest')} <code className="code">{digest}</code>
        </p>
        {!panel.drawnAt && <p>{t('panels.draws-at', { when: formatDate(drawsAt, reading, 'moment') })}</p>}
      </section>
    </>
  )
}

function Draw({ panel, own, drawn }: Props) {
  const t = useWords()
  const reading = useLanguage()
  const { drawSeed, ticket, drawnAt, tickets } = panel
  if (!drawnAt || drawSeed === null) return null
  return (
    <section aria-labelledby="draw">
      <h2 id="draw">{t('panels.drawn-on', { when: formatDate(drawnAt, reading, 'moment') })}</h2>
      <p>
        {t('panels.seed-was')}{' '}
        <code className="code" dir="ltr">
          {drawSeed}
        </code>
      </p>
      <p>
        <strong>{t('panels.ticket', { ticket })}</strong>
      </p>
      <ul className="chips">
        {drawn.map(({ code, name }) => (
          <li key={code}>
            <code className="code">{code}</code>
            {own?.code === code && ` (${t('panels.you')})`}
            {name && (
              <>
                {' '}
                <bdi>{name}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('panels.check')}</summary>
        <ol>
          <li>{t('panels.check-file')}</li>
          <li>
            {t('panels.check-seed')}
            <pre
              className="code"
              dir="ltr"
            >{`printf 'panel-draw\\n%s\\n0' '${drawSeed.replaceAll("'", `'"'"'`)}' | sha256sum`}</pre>
          </li>
          <li>{t('panels.check-ticket', { tickets })}</li>
        </ol>
        <p>
          <Link to="#lottery">{t('panels.lottery')}</Link>
        </p>
      </details>
    </section>
  )
}
