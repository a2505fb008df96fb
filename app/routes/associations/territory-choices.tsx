import type { ReactNode } from 'react'
import { useMessage } from '#app/components/form-errors'
import { errorsOf, type FormResult, ticked } from '#app/components/form-result'
import { ancestorsOf, isWithin, type TerritoryKind } from '#app/domain/territories/tree'
import { useWords } from '#app/i18n/use-words'

type Place = { id: string; name: string; kind: TerritoryKind; path: string }
type Props = { name: string; legend: string; hint: string; places: Place[]; chosen: string[]; result: FormResult }

/** Territories to tick, comuni folded under their province: no keys to hold down, and it works with a thumb. */
export function TerritoryChoices({ name, legend, hint, places, chosen, result }: Props) {
  const message = useMessage()
  const errors = errorsOf(result, name)
  const isTicked = ({ id }: Place) => ticked(result, name, id, chosen.includes(id))
  const wide = places.filter(({ path, kind }) => ancestorsOf(path).length === 0 && kind !== 'comune')
  const provinces = places.filter(({ kind }) => kind === 'province')
  return (
    <fieldset className={errors.length > 0 ? 'field wrong' : 'field'} id={name}>
      <legend>{legend}</legend>
      <p className="hint">{hint}</p>
      {errors.length > 0 && <p className="error">{errors.map(message).join(' ')}</p>}
      {wide.map((place) => (
        <Tick key={place.id} name={name} place={place} checked={isTicked(place)} />
      ))}
      {provinces.map((province) => {
        const below = places.filter(({ path }) => path !== province.path && isWithin(path, province.path))
        const checked = [province, ...below].filter(isTicked)
        return (
          <Province key={province.id} province={province} count={checked.length}>
            {[province, ...below].map((place) => (
              <Tick key={place.id} name={name} place={place} checked={isTicked(place)} />
            ))}
          </Province>
        )
      })}
    </fieldset>
  )
}

function Province({ province, count, children }: { province: Place; count: number; children: ReactNode }) {
  const t = useWords()
  return (
    <details className="fold" open={count > 0}>
      <summary>
        {t('territories.kind.province')} {province.name}
        {count > 0 && <span className="badge">{t('associations.territories-chosen', { count })}</span>}
      </summary>
      <div className="many-choices">{children}</div>
    </details>
  )
}

function Tick({ name, place, checked }: { name: string; place: Place; checked: boolean }) {
  const t = useWords()
  const { id, name: shown, kind } = place
  return (
    <label className="choice">
      <input type="checkbox" name={name} value={id} defaultChecked={checked} />
      <span>
        {kind === 'comune'
          ? shown
          : kind === 'district'
            ? `${t('territories.kind.district')} ${shown}`
            : t(`associations.whole.${kind}`, { name: shown })}
      </span>
    </label>
  )
}
