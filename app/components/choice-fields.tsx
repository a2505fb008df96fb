/** Choices that many forms offer: a language, a territory, for whom one speaks. */
import type { ComponentProps } from 'react'
import { languages } from '#app/domain/languages'
import { ownNames } from '#app/i18n/languages'
import { Choices, SelectField, type SelectProps } from './fields'
import { usePlaceName } from './place-name'

/** Each language under the name it gives itself. */
export function LanguageField(field: Omit<SelectProps, 'name' | 'options'>) {
  return (
    <SelectField {...field} name="language" options={languages.map((value) => ({ value, label: ownNames[value] }))} />
  )
}

type Place = { id: string; name: string; kind: string }

type TerritoryProps = Omit<SelectProps, 'name' | 'options'> & { name?: string; places: Place[] }

export function TerritoryField({ places, name = 'territoryId', ...field }: TerritoryProps) {
  const placeName = usePlaceName()
  const options = places.map(({ id, name, kind }) => ({ value: id, label: placeName({ name, kind }) }))
  return <SelectField {...field} name={name} options={options} />
}

type SpeakerProps = Omit<ComponentProps<typeof Choices>, 'name' | 'options'> & {
  acting: { id: string; name: string }[]
  /** In one's own name; nothing where that is not allowed */
  own: string | null
  named?: (name: string) => string
}

/** For oneself or for an association one may act for: always said, but for who can only be oneself. */
export function SpeakerField({ acting, own, named = (name) => name, value, ...field }: SpeakerProps) {
  if (acting.length === 0 && !value) return null
  const options = acting.map(({ id, name }) => ({ value: id, label: named(name) }))
  if (own !== null) options.unshift({ value: '', label: own })
  return <Choices {...field} name="associationId" value={value ?? options[0]?.value} options={options} />
}
