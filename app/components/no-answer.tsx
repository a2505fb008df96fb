/** A form whose sending got no answer, because the line or the server was gone: it stays as it is, to be sent again. */
import { type ClientActionFunctionArgs, isRouteErrorResponse } from '@remix-run/react'
import { useWords } from '#app/i18n/use-words'

export const noAnswer = 'no-answer'

/** The `clientAction` of a page where people write. What the server decided goes its way. */
export async function orAgain({ serverAction }: ClientActionFunctionArgs) {
  try {
    return await serverAction()
  } catch (error) {
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)) throw error
    // With this status no page is read anew, which would lead away from the words.
    return Response.json({ status: noAnswer, error: { '': ['errors.no-answer'] } }, { status: 503 })
  }
}

export function NoAnswer() {
  const t = useWords()
  return (
    <div className="notice time" role="alert" tabIndex={-1}>
      <p>{t('errors.no-answer')}</p>
      <button className="quiet-button">{t('errors.again')}</button>
    </div>
  )
}
