/** The page of a trustee: the key is made here, kept here and in a file, and never leaves; only messages that all may read do. */
import {
  certificateText,
  dealingText,
  holdingText,
  readCertificateText,
  readDelivery,
  readHolding,
} from '#app/domain/voting/belenios/ceremony-texts'
import { decryptionText, decryptShare } from '#app/domain/voting/belenios/decryption'
import { readElection } from '#app/domain/voting/belenios/election'
import { type Group, groupNamed } from '#app/domain/voting/belenios/group'
import { dealShares, decryptionKeyOf, makeCertificate, takeShares } from '#app/domain/voting/belenios/key-ceremony'
import { makeSeed } from '#app/domain/voting/belenios/secure-channel'
import { readTally } from '#app/domain/voting/belenios/tally'
import { listed } from '#app/i18n/languages'
import { ask, drawn, offerFile, piece, Refused, say, show } from './pieces'
import { browserRandom } from './random'
import { type KeptKey, keep, keptKey, readKeyFile } from './trustee-keys'

/** What the server says of the ceremony, for this trustee. */
export type Turn = {
  id: string
  uuid: string
  round: number
  number: number
  threshold: number
  stage: string
  trustees: { number: number; name: string; hasOpened: boolean }[]
  step: 'certificate' | 'dealing' | 'holding' | 'complete'
  isOwn: boolean
  waitingFor: number[]
  tooFew: boolean
  isCounted: boolean
  hasOpened: boolean
  certificates: string[]
  delivery: string | null
  holding: string | null
  election: string | null
  head: { hash: string } | null
  tally: string | null
}

const here = location.pathname.replace(/\/trustee$/, '')
const sentences = JSON.parse(piece('main').dataset.said ?? '{}') as Record<string, string>
const group = groupNamed('BELENIOS-2048') as Group
let turn: Turn
let key: KeptKey | null = null
let isBusy = false

start()

function start() {
  piece('#make-key').addEventListener('click', doing(makeKey))
  piece('#key-saved').addEventListener('click', doing(sendCertificate))
  piece('#key-file').addEventListener('click', () => piece('#key-saved').removeAttribute('disabled'))
  piece<HTMLInputElement>('#load-key').addEventListener('change', doing(loadKey))
  piece('#open-count').addEventListener('click', doing(openCount))
  void doing(look)()
  setInterval(() => {
    if (!isBusy && !document.hidden) void doing(look)()
  }, 3000)
}

/** One thing at a time; a refusal is a sentence on the page. */
function doing(act: () => Promise<void>) {
  return async () => {
    if (isBusy) return
    isBusy = true
    try {
      await act()
    } catch (error) {
      say(error instanceof Refused ? error.message : (piece('main').dataset.broken ?? ''))
    } finally {
      isBusy = false
    }
  }
}

/** Asks how far the others are, and goes on by itself where the key is here. */
async function look() {
  turn = await ask<Turn>(`${here}/trustee.json`)
  if (!key || key.uuid !== turn.uuid) key = keptKey(turn.uuid)
  tellWhoIsAwaited()
  const head = document.querySelector('#head')
  if (head && turn.head) head.textContent = turn.head.hash
  if (turn.step === 'certificate' && turn.isOwn) {
    if (piece('main').dataset.state !== 'save-key') show(key ? 'save-key' : 'make-key')
    if (key) offerKeyFile(key)
    return
  }
  if (turn.isOwn) {
    if (!key) return show('load-key')
    return turn.step === 'dealing' ? deal(key) : take(key)
  }
  if (turn.step !== 'complete') return show('waiting')
  show(stateAfterTheCeremony())
}

function stateAfterTheCeremony(): string {
  if (turn.isCounted) return 'counted'
  if (turn.tooFew) return 'too-few'
  if (turn.stage === 'closed' && turn.tally) {
    if (turn.hasOpened) return 'opened'
    return key ? 'open-count' : 'load-key'
  }
  return 'complete'
}

function tellWhoIsAwaited() {
  const awaited = turn.trustees.filter(({ number, hasOpened }) =>
    turn.step === 'complete' ? !hasOpened : turn.waitingFor.includes(number),
  )
  for (const place of document.querySelectorAll('.awaited'))
    place.textContent = listed(
      awaited.map(({ name }) => name),
      document.documentElement.lang,
    )
  const order = ['certificate', 'dealing', 'holding', 'complete']
  for (const line of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const at = order.indexOf(line.dataset.step ?? '')
    if (at === order.indexOf(turn.step)) line.setAttribute('aria-current', 'step')
    else line.removeAttribute('aria-current')
  }
}

async function makeKey() {
  key = { uuid: turn.uuid, number: turn.number, seed: makeSeed(browserRandom) }
  keep(key)
  offerKeyFile(key)
  show('save-key')
}

function offerKeyFile(kept: KeptKey) {
  offerFile(
    piece<HTMLAnchorElement>('#key-file'),
    `chiave-${kept.uuid}-${kept.number}.json`,
    `${JSON.stringify(kept)}\n`,
  )
}

async function sendCertificate() {
  if (!key) return
  await send('certificate', certificateText(makeCertificate(group, key.seed, browserRandom)))
}

async function loadKey() {
  const [file] = piece<HTMLInputElement>('#load-key').files ?? []
  if (!file) return
  const read = readKeyFile(await file.text())
  if (!read || read.uuid !== turn.uuid || read.number !== turn.number) throw new Refused(sentences.otherKey)
  if (turn.holding && decryptionKeyOf(group, read.seed, readHolding(turn.holding)?.privateKey ?? '') === undefined)
    throw new Refused(sentences.otherKey)
  key = read
  keep(read)
  say(null)
  await look()
}

async function deal({ seed }: KeptKey) {
  show('working')
  await drawn()
  const dealing = dealShares(group, seed, certificates(), turn.threshold, browserRandom)
  if (typeof dealing === 'string') return fail(dealing)
  await send('dealing', dealingText(dealing))
}

async function take({ seed }: KeptKey) {
  show('working')
  await drawn()
  const delivery = readDelivery(turn.delivery ?? '')
  if (!delivery) return fail('share-unreadable')
  const holding = takeShares(group, seed, certificates(), turn.threshold, delivery, browserRandom)
  if (typeof holding === 'string') return fail(holding)
  await send('holding', holdingText(holding))
}

function certificates() {
  return turn.certificates.map((text) => readCertificateText(text)).filter((it) => it !== undefined)
}

/** Another's message does not fit, or the key here is not the one that was announced: nothing is sent. */
function fail(fault: string) {
  show(fault === 'own-certificate-missing' ? 'load-key' : 'failed')
  throw new Refused(fault === 'own-certificate-missing' ? sentences.otherKey : `${sentences.fault} (${fault})`)
}

async function openCount() {
  const holding = readHolding(turn.holding ?? '')
  const secret = key && holding && decryptionKeyOf(group, key.seed, holding.privateKey)
  if (!secret) {
    show('load-key')
    throw new Refused(sentences.otherKey)
  }
  show('working')
  await drawn()
  const election = readElection(turn.election ?? '')
  const tally = readTally(turn.tally ?? '')
  if (!election || !tally) throw new Refused(piece('main').dataset.broken ?? '')
  await send('decryption', decryptionText(decryptShare(election, tally, secret, browserRandom)))
}

async function send(step: string, text: string) {
  await ask(`${here}/trustee/step`, { step, text })
  say(null)
  await look()
}
