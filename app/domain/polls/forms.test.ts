import { expect, test } from 'vitest'
import { CommitForm } from './forms'
import { today } from './hours'

const on = (days: number) => new Date(today().getTime() + days * 86_400_000).toISOString().slice(0, 10)

test('a promise is due today or later, never on a day that is past', () => {
  const given = (dueOn: string) => CommitForm.safeParse({ officeId: 'office', dueOn })
  for (const dueOn of [on(0), on(30), '']) expect(given(dueOn).success).toBe(true)
  for (const dueOn of [on(-1), '2001-01-01'])
    expect(given(dueOn).error?.issues).toMatchObject([{ path: ['dueOn'], message: 'polls.errors.past-day' }])
})
