import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { TerritoryField } from '#app/components/choice-fields'
import { SelectField, TextField } from '#app/components/fields'
import { Form } from '#app/components/form'
import { Link } from '#app/components/link'
import { legalForms } from '#app/domain/associations/completeness'
import { RegisterSearch } from '#app/domain/associations/forms'
import { placesForAssociations, publicRegister, registerMap } from '#app/domain/associations/public-register.server'
import { spokenLanguages } from '#app/domain/associations/spoken-languages'
import { useWords } from '#app/i18n/use-words'
import { page } from '#app/web/page.server'
import { AssociationCards } from './association-cards'
import { RegisterMap } from './register-map'

export const loader = page(async ({ url, t }) => {
  const search = RegisterSearch.parse(Object.fromEntries(url.searchParams))
  const [register, places, picture] = await Promise.all([
    publicRegister(search),
    placesForAssociations(),
    registerMap(),
  ])
  const shown = new URLSearchParams(url.searchParams)
  shown.set('after', register.next ?? '')
  return {
    search,
    places: places.map(({ id, name, kind }) => ({ id, name, kind })),
    picture,
    associations: register.associations,
    next: register.next && `?${shown}`,
    title: t('associations.register.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Agorà` }]

export default function Register() {
  const { search, picture, title } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <>
      <h1>{title}</h1>
      <p>{t('associations.register.text')}</p>
      <p className="actions">
        <Link className="button" to="/associations/new">
          {t('associations.register.new')}
        </Link>
      </p>
      <div className="columns">
        <div>
          <Filters />
          <Found />
        </div>
        <RegisterMap
          picture={picture}
          chosen={search.territory}
          link={(territory) => `/associations?${new URLSearchParams({ territory })}`}
        />
      </div>
    </>
  )
}

/** Those that the filters leave, or what to do when they leave none. */
function Found() {
  const { associations, search, next } = useLoaderData<typeof loader>()
  const t = useWords()
  const filtered = Boolean(search.q || search.territory || search.form || search.language)
  return (
    <>
      {associations.length > 0 ? (
        <AssociationCards associations={associations} />
      ) : (
        <div className="empty">
          <p>{t(filtered ? 'associations.register.none-found' : 'associations.register.none')}</p>
          {filtered && (
            <p>
              <Link to="/associations">{t('associations.register.all')}</Link>
            </p>
          )}
        </div>
      )}
      <p className="actions">
        {search.after && <Link to="/associations">{t('shell.first-page')}</Link>}
        {next && (
          <Link className="quiet-button" to={next} rel="next">
            {t('shell.more')}
          </Link>
        )}
      </p>
    </>
  )
}

function Filters() {
  const { search, places } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <Form method="get" role="search" className="filters">
      <TextField name="q" type="search" label={t('associations.register.search')} value={search.q} maxLength={100} />
      <TerritoryField
        name="territory"
        label={t('associations.register.territory')}
        empty={t('associations.register.everywhere')}
        value={search.territory}
        places={places}
      />
      <details className="fold" open={Boolean(search.form || search.language)}>
        <summary>{t('associations.register.more-filters')}</summary>
        <SelectField
          name="form"
          label={t('associations.legal-form')}
          empty={t('associations.register.every-form')}
          value={search.form}
          options={legalForms.map((form) => ({ value: form, label: t(`associations.form.${form}`) }))}
        />
        <SelectField
          name="language"
          label={t('associations.languages')}
          empty={t('associations.register.every-language')}
          value={search.language}
          options={spokenLanguages.map((spoken) => ({ value: spoken, label: t(`associations.language.${spoken}`) }))}
        />
      </details>
      <button className="button">{t('associations.register.find')}</button>
    </Form>
  )
}
