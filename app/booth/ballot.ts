/** The ballot page of a secret vote: the choice is encrypted here, and only the sealed ballot leaves. */
import { type Choices, isAllowed, type SealedBallot, sealBallot } from '#app/domain/voting/belenios/ballot'
import { isCredential } from '#app/domain/voting/belenios/credentials'
import { readElection, slotsOf } from '#app/domain/voting/belenios/election'
import { ask, drawn, offerFile, piece, Refused, say, show } from './pieces'
import { browserRandom } from './random'

type Job = { election: string; credential: string; choices: readonly Choices[] }

if (typeof document === 'undefined') workAlone()
else vote()

/** In a worker: the page stays alive meanwhile. */
function workAlone() {
  self.onmessage = ({ data }: MessageEvent<Job>) => self.postMessage(seal(data))
}

function seal({ election, credential, choices }: Job): SealedBallot {
  const read = readElection(election)
  if (!read) throw new Error('not an election')
  return sealBallot(read, credential, choices, browserRandom)
}

function vote() {
  const { election = '', lighter, said = '' } = piece('main').dataset
  const sentences = JSON.parse(said) as Record<'choose' | 'credential', string>
  const questions = readElection(election)?.questions ?? []
  const here = location.pathname.replace(/\/booth$/, '')
  let sealed: SealedBallot | null = null

  const choices = (): Choices[] =>
    questions.map((question, at) => {
      const marks = new Array<number>(slotsOf(question)).fill(0)
      for (const input of document.querySelectorAll<HTMLInputElement>(`input[name=q${at}]:checked`))
        marks[Number(input.value)] = 1
      return marks
    })

  const credentialGiven = async (): Promise<string> => {
    if (lighter !== undefined) return (await ask<{ credential: string }>(`${here}/credential`)).credential
    const typed = piece<HTMLInputElement>('#credential').value.trim()
    if (!isCredential(typed)) throw new Refused(sentences.credential, '#credential')
    return typed
  }

  const prepare = async () => {
    const chosen = choices()
    const unanswered = questions.findIndex((question, at) => !isAllowed(question, chosen[at] ?? []))
    if (unanswered >= 0) throw new Refused(sentences.choose, `[name=q${unanswered}]`)
    const credential = await credentialGiven()
    const began = performance.now()
    show('sealing')
    sealed = await sealAside({ election, credential, choices: chosen })
    piece('main').dataset.milliseconds = String(Math.round(performance.now() - began))
    for (const place of document.querySelectorAll('.tracker')) place.textContent = sealed.tracker
    show('sealed')
  }

  const cast = async () => {
    if (!sealed) return
    show('sending')
    const { tracker, head } = await ask<{ tracker: string; head: { hash: string; height: number } }>(
      `${here}/casting`,
      {
        ballot: sealed.text,
      },
    )
    if (tracker !== sealed.tracker) throw new Refused(piece('main').dataset.broken ?? '')
    piece('#head').textContent = head.hash
    const uuid = piece('main').dataset.uuid ?? ''
    offerFile(piece<HTMLAnchorElement>('#receipt'), `${uuid}-ricevuta.txt`, receipt(uuid, tracker, head, here))
    keep(uuid, tracker)
    show('cast')
  }

  const trying = (act: () => Promise<void>, back: string) => async (event: Event) => {
    event.preventDefault()
    say(null)
    try {
      await act()
    } catch (error) {
      show(back)
      say(error instanceof Refused ? error.message : (piece('main').dataset.broken ?? ''))
      if (error instanceof Refused && error.at) piece(error.at).focus()
    }
  }

  piece('#paper').addEventListener('submit', trying(prepare, 'choosing'))
  piece('#cast').addEventListener('click', trying(cast, 'sealed'))
  piece('#again').addEventListener('click', () => {
    say(null)
    show('choosing')
    piece('[name=q0]').focus()
  })
  document.querySelector('#own-credential')?.addEventListener(
    'click',
    trying(async () => {
      piece('#credential-shown').textContent = await credentialGiven()
    }, 'choosing'),
  )
  show('choosing')
}

/** The worker runs this very script, fetched again against the hash that the page names; without workers the page waits. */
async function sealAside(job: Job): Promise<SealedBallot> {
  await drawn()
  const worker = await workerOfThisScript().catch(() => null)
  if (!worker) return seal(job)
  try {
    return await new Promise<SealedBallot>((done, fail) => {
      worker.onmessage = ({ data }: MessageEvent<SealedBallot>) => done(data)
      worker.onerror = fail
      worker.postMessage(job)
    })
  } finally {
    worker.terminate()
  }
}

async function workerOfThisScript(): Promise<Worker> {
  const script = piece<HTMLScriptElement>('script[src]')
  const answer = await fetch(script.src, { integrity: script.integrity })
  const address = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }))
  return new Worker(address)
}

/** What one needs to find the ballot again and to check the vote without this site. */
function receipt(uuid: string, tracker: string, head: { hash: string; height: number }, here: string): string {
  const archive = `${location.origin}${here}/archive/${uuid}.bel`
  const check = `npm run -s verify -- ${uuid}.bel --head ${head.hash} --tracker ${tracker}`
  return [document.title, uuid, tracker, `${head.hash} ${head.height}`, archive, check, ''].join('\n')
}

/** The tracker says nothing of the choice; the vote's page finds it again on this device. */
function keep(uuid: string, tracker: string) {
  try {
    localStorage.setItem(`tracker:${uuid}`, tracker)
  } catch {
    // Private windows keep nothing: the receipt can still be saved
  }
}
