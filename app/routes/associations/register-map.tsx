import type { RegisterPicture } from '#app/domain/associations/public-register.server'
import { useWords } from '#app/i18n/use-words'

type Props = { picture: RegisterPicture; chosen: string | undefined; link: (territoryId: string) => string }

/** Where associations have their seat: a larger circle for more of them, each a link to those of that comune; one that was moved aside keeps a line to its place. The filter says the same in words. */
export function RegisterMap({ picture, chosen, link }: Props) {
  const t = useWords()
  if (picture.seats.length === 0) return null
  return (
    <svg
      className="register-map"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      role="group"
      aria-label={t('associations.register.map')}
    >
      <path d={picture.ground} className="ground" />
      {picture.seats.map(({ id, name, count, x, y, r, seat }) => {
        const words = t('associations.register.map-place', { name, count })
        return (
          <a key={id} href={link(id)} aria-label={words} className={id === chosen ? 'current' : undefined}>
            <title>{words}</title>
            <path d={`M${seat.join(' ')}L${x} ${y}`} />
            <circle cx={x} cy={y} r={r} />
            <text x={x} y={y}>
              {count}
            </text>
          </a>
        )
      })}
    </svg>
  )
}
