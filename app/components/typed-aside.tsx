import { useWords } from '#app/i18n/use-words'

type Typed = [name: string, value: string][]

/** The sign-in ended while somebody was typing, without scripts: the words are here, ready to be sent again. */
export function TypedAside({ typed }: { typed: Typed }) {
  const t = useWords()
  return (
    <>
      <h1>{t('shell.error.signed-out.title')}</h1>
      <p>{t('shell.error.signed-out.text')}</p>
      <SendAgain typed={typed}>
        <p>
          <a className="quiet-button" href="/sign-in" target="_blank" rel="noreferrer">
            {t('shell.sign-in')}
          </a>
        </p>
      </SendAgain>
    </>
  )
}

/** A form that got nowhere, as it was sent, to the address where it was sent. */
export function SendAgain({ typed, children }: { typed: Typed; children?: React.ReactNode }) {
  const t = useWords()
  return (
    <form method="post" noValidate>
      {children}
      {typed.map(([name, value], index) =>
        isWords(value) ? (
          <textarea
            // Fields of one name may repeat, and none is ever added or moved.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            key={index}
            name={name}
            aria-label={t('shell.error.signed-out.your-words')}
            rows={Math.min(12, 2 + Math.floor(value.length / 40))}
            dir="auto"
            defaultValue={value}
          />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <input key={index} type="hidden" name={name} value={value} />
        ),
      )}
      <p>
        <button className="button">{t('shell.error.signed-out.send-again')}</button>
      </p>
    </form>
  )
}

/** What a person wrote, rather than a key or a choice. */
function isWords(value: string) {
  return /\s/.test(value.trim())
}
