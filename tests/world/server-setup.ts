/**
 * Before the journeys: worlds, as many as files run at once. A world is the built application on a database of its own,
 * with a real SMTP server that keeps what it receives.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { SMTPServer } from 'smtp-server'
import type { TestProject } from 'vitest/node'
import { createIfMissing, freePort, startEmbedded } from '#app/db/embedded.server'
import { prepare } from '../../bin/prepare.mjs'
import { databaseUrl } from './database-setup'

declare module 'vitest' {
  export interface ProvidedContext {
    worlds: World[]
  }
}

type World = { origin: string; databaseUrl: string; mailbox: string }

export default async function setup(project: TestProject) {
  await prepare({ build: true })
  const own = process.env.TEST_DATABASE_URL
  const server = own ? { url: own, stop: async () => {} } : await startEmbedded(resolve('.data/journeys'), 'postgres')
  const numbers = Array.from({ length: Number(project.config.maxWorkers) }, (_, index) => index + 1)
  const opened = await Promise.all(numbers.map((number) => openWorld(server.url, number)))
  project.provide(
    'worlds',
    opened.map(({ world }) => world),
  )
  return async () => {
    await Promise.all(opened.map(({ close }) => close()))
    await server.stop()
  }
}

async function openWorld(serverUrl: string, number: number): Promise<{ world: World; close: () => Promise<void> }> {
  const name = `agora_journeys_${process.pid}_${number}`
  await createIfMissing(serverUrl, name)
  const mailbox = mkdtempSync(join(tmpdir(), 'agora-mail-'))
  const smtp = await receiveMail(mailbox)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const application = spawn(process.execPath, ['--disable-proto=delete', 'bin/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DEMO: '1',
      PORT: `${port}`,
      DATABASE_URL: databaseUrl(serverUrl, name),
      DATA_FOLDER: join(mailbox, 'data'),
      SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await untilReady(origin, application)
  return {
    world: { origin, databaseUrl: databaseUrl(serverUrl, name), mailbox },
    close: async () => {
      const ended = new Promise((done) => application.once('exit', done))
      application.kill('SIGTERM')
      await ended
      await smtp.close()
    },
  }
}

async function receiveMail(folder: string) {
  let received = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
        writeFileSync(join(folder, `${String(++received).padStart(4, '0')} ${to}.eml`), Buffer.concat(chunks))
        done()
      })
    },
  })
  const port = await freePort()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return { port, close: () => new Promise<void>((done) => server.close(() => done())) }
}

async function untilReady(origin: string, application: ChildProcess) {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (application.exitCode !== null) throw new Error('The application ended before it was ready')
    const ready = await fetch(`${origin}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (ready) return
    await new Promise((next) => setTimeout(next, 200))
  }
  throw new Error('The application was not ready in two minutes')
}
