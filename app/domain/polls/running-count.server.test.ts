import '#tests/world/database'
import { afterEach, expect, test, vi } from 'vitest'
import { actor } from '#tests/world/people'
import { openedPoll } from '#tests/world/polls'
import { castBallot } from './cast-ballot.server'
import * as aside from './count-apart.server'
import { rest, runningCount } from './running-count.server'

vi.mock('./count-apart.server', { spy: true })

afterEach(() => vi.useRealTimers())

const later = () => vi.setSystemTime(Date.now() + rest)

test('all who look share one count, made again only when some time has gone by and the ballots have changed', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { id, options } = await openedPoll({ times: { mode: 'open', showsRunning: true } })
  const [yes = '', no = ''] = options
  const carmela = await actor('carmela')
  await castBallot(carmela, id, { choices: [yes] })
  const [one, other] = await Promise.all([runningCount(id), runningCount(id)])
  expect(one?.report.totals).toEqual({ yes: '1', no: '0', blank: '0' })
  expect(other?.report).toBe(one?.report)
  // A vote that only changes moves no number of ballots
  await castBallot(carmela, id, { choices: [no] })
  expect((await runningCount(id))?.asOf).toEqual(one?.asOf)
  later()
  const renewed = await runningCount(id)
  expect(renewed?.report.totals).toEqual({ yes: '0', no: '1', blank: '0' })
  expect(renewed?.asOf.getTime()).toBeGreaterThanOrEqual((one?.asOf.getTime() ?? 0) + rest)
  later()
  const looked = await runningCount(id)
  expect(looked?.report).toBe(renewed?.report)
  expect(looked?.asOf.getTime()).toBeGreaterThan(renewed?.asOf.getTime() ?? 0)
  expect(vi.mocked(aside.countAside)).toHaveBeenCalledTimes(2)
})
