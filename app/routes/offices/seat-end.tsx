import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ActForm } from '#app/components/act-form'
import { endSeat } from '#app/domain/offices/people.server'
import { officeToManage } from '#app/domain/offices/queries.server'
import { found } from '#app/domain/refusal'
import { useWords } from '#app/i18n/use-words'
import { form, page } from '#app/web/page.server'
import { go } from '#app/web/redirects.server'

export const loader = page(async ({ actor, param, t }) => {
  const { id, name, closedAt, members } = await officeToManage(actor, param('officeId'))
  return {
    office: { id, name },
    seat: found(members.find((seat) => seat.id === param('memberId'))),
    can: closedAt ? 'office.closed' : (true as const),
    title: t('offices.seat-end-title'),
  }
})

export const action = form(z.object({}), async ({ actor, param }) => {
  await endSeat(actor, param('officeId'), param('memberId'))
  return go(`/admin/offices/${param('officeId')}`, { key: 'offices.notice.seat-ended' })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · ${data?.office.name} · Agorà` },
]

export default function SeatEnd() {
  const { office, seat, can, title } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useWords()
  const { rank, person } = seat
  return (
    <div className="narrow">
      <h1>{title}</h1>
      <p>
        <strong>
          {t(`offices.rank.${rank}`)} · <bdi>{office.name}</bdi>
        </strong>{' '}
        · <bdi>{person.realName ?? person.pseudonym}</bdi> · <bdi dir="ltr">{person.email}</bdi>
      </p>
      <p>{t('offices.seat-end-text')}</p>
      <ActForm
        result={result}
        can={can}
        button={t('offices.seat-end-yes')}
        danger
        back={`/admin/offices/${office.id}`}
      />
    </div>
  )
}
