import type { Feature } from '#app/domain/voting/sortition/pool'
import { useWords } from '#app/i18n/use-words'

type Shown = { name: string; quotas: readonly (Feature['quotas'][number] & { told?: string })[] }

/** The seats of one feature; with `offered`, also how many people of each value there are. */
export function QuotaTable({ feature, offered }: { feature: Shown; offered?: number[] | null }) {
  const t = useWords()
  return (
    <div className="table-wrap">
      <table>
        <caption className="visually-hidden">{feature.name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('panels.columns.value')}</th>
            <th scope="col">{t('panels.columns.min')}</th>
            <th scope="col">{t('panels.columns.max')}</th>
            {offered && <th scope="col">{t('panels.columns.offered')}</th>}
          </tr>
        </thead>
        <tbody>
          {feature.quotas.map(({ value, told = value, min, max }, place) => (
            <tr key={value}>
              <th scope="row">
                <bdi>{told}</bdi>
              </th>
              <td>{min}</td>
              <td>{max}</td>
              {offered && <td>{offered[place]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
