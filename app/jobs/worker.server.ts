/** The worker: jobs that acts have queued, and the schedule of the sweeps. */
import { Logger, parseCronItems, run } from 'graphile-worker'
import { pool } from '#app/db/client.server'
import { escalate } from '#app/domain/answers/escalate.server'
import { remindCommitments } from '#app/domain/answers/remind-commitments.server'
import { forgetRemovedFiles } from '#app/domain/files/attach.server'
import { forgetExpiredSignIns } from '#app/domain/identity/lucia.server'
import { writeDailyLetters } from '#app/domain/notifications/daily-letters.server'
import { tell } from '#app/domain/notifications/tell.server'
import { drawPictures } from '#app/domain/opinions/draw-pictures.server'
import { publishLotteries } from '#app/domain/panels/publish-lottery.server'
import { closePolls } from '#app/domain/polls/close-polls.server'
import { remindVoters } from '#app/domain/polls/remind-voters.server'
import { keepHeads } from '#app/domain/polls/secret/keep-heads.server'
import { remindTrustees } from '#app/domain/polls/secret/remind-trustees.server'
import { archiveProposals } from '#app/domain/proposals/archive-proposals.server'
import { forgetLetters } from '#app/mail/letters.server'
import { startPostman } from '#app/mail/postman.server'

const tasks = {
  tell: async (payload: unknown) => {
    const { entryId } = payload as { entryId: string }
    await tell(entryId)
  },
  'remind-offices': async () => {
    await escalate()
    await remindCommitments()
  },
  'archive-proposals': async () => {
    await archiveProposals()
  },
  'close-polls': async () => {
    await closePolls()
  },
  'remind-voters': async () => {
    await remindVoters()
  },
  'remind-trustees': async () => {
    await remindTrustees()
  },
  'keep-heads': async () => {
    await keepHeads()
  },
  'draw-opinions': async () => {
    await drawPictures()
  },
  'publish-lotteries': async () => {
    await publishLotteries()
  },
  'forget-sign-ins': forgetExpiredSignIns,
  'forget-letters': async () => {
    await forgetLetters()
  },
  'forget-files': forgetRemovedFiles,
  'write-daily-letters': async () => {
    await writeDailyLetters()
  },
}

/** Minutes and hours in UTC. Sweeps are safe at any time, so a restart never needs to catch up. */
const schedule = parseCronItems([
  { task: 'remind-offices', match: '7 * * * *', identifier: 'remind-offices', options: { jobKey: 'remind-offices' } },
  {
    task: 'archive-proposals',
    match: '23 2 * * *',
    identifier: 'archive-proposals',
    options: { jobKey: 'archive-proposals' },
  },
  {
    task: 'forget-sign-ins',
    match: '41 3 * * *',
    identifier: 'forget-sign-ins',
    options: { jobKey: 'forget-sign-ins' },
  },
  { task: 'forget-letters', match: '47 3 * * *', identifier: 'forget-letters', options: { jobKey: 'forget-letters' } },
  { task: 'forget-files', match: '53 3 * * *', identifier: 'forget-files', options: { jobKey: 'forget-files' } },
  { task: 'close-polls', match: '* * * * *', identifier: 'close-polls', options: { jobKey: 'close-polls' } },
  { task: 'draw-opinions', match: '* * * * *', identifier: 'draw-opinions', options: { jobKey: 'draw-opinions' } },
  {
    task: 'publish-lotteries',
    match: '* * * * *',
    identifier: 'publish-lotteries',
    options: { jobKey: 'publish-lotteries' },
  },
  {
    task: 'remind-trustees',
    match: '31 * * * *',
    identifier: 'remind-trustees',
    options: { jobKey: 'remind-trustees' },
  },
  { task: 'keep-heads', match: '3 6 * * *', identifier: 'keep-heads', options: { jobKey: 'keep-heads' } },
  { task: 'remind-voters', match: '11 * * * *', identifier: 'remind-voters', options: { jobKey: 'remind-voters' } },
  {
    task: 'write-daily-letters',
    match: '*/20 * * * *',
    identifier: 'write-daily-letters',
    options: { jobKey: 'write-daily-letters' },
  },
])

const quiet = new Logger(() => () => {})

/** Starts working in this process; returns what stops it once the jobs at hand are done. */
export async function startWorker(): Promise<() => Promise<void>> {
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: schedule,
    concurrency: 2,
    pollInterval: 5000,
    noHandleSignals: true,
    logger: quiet,
  })
  const postman = startPostman()
  return async () => {
    await postman.stop()
    await runner.stop().catch(() => {})
  }
}
