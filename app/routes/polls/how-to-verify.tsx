import { useWords } from '#app/i18n/use-words'

/** The archive, and the commands with which anybody checks it without this site. */
export function HowToVerify({ pollId, uuid }: { pollId: string; uuid: string }) {
  const t = useWords()
  const file = `${uuid}.bel`
  return (
    <section aria-labelledby="verify" className="recount">
      <h2 id="verify">{t('secret.verify.title')}</h2>
      <p>{t('secret.verify.about')}</p>
      <p>
        <a className="button" href={`/polls/${pollId}/archive/${file}`} download>
          {t('secret.verify.download')}
        </a>
      </p>
      <p>{t('secret.verify.other')}</p>
      <pre className="command" dir="ltr">
        <code>{'apt-get install belenios-tool\nbelenios-tool election verify --dir FOLDER'}</code>
      </pre>
      <p>{t('secret.verify.ours')}</p>
      <pre className="command" dir="ltr">
        <code>{`npm run -s verify -- ${file} --head HASH --tracker TRACKER`}</code>
      </pre>
      <p>
        <a href="/polls/scripts">{t('secret.scripts.title')}</a>
      </p>
    </section>
  )
}
