import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useMessage } from './components/form-errors'
import { useFollowedLinks } from './components/link'
import { useFocusOnNewPage } from './components/new-page'
import { NonceContext } from './components/nonce'
import { NoticeBar } from './components/notice-bar'
import { useOneSubmitAtATime } from './components/one-submit'
import { SiteFooter } from './components/site-footer'
import { SiteHeader } from './components/site-header'
import { SendAgain, TypedAside } from './components/typed-aside'
import { UnsavedWords, useUnsavedWords } from './components/unsaved-words'
import { WayOn } from './components/why-not'
import { directionOf } from './i18n/languages'
import { useAllWordsFromTheSecondPage, useWords } from './i18n/use-words'
import appCss from './styles/app.css?url'
import { shell } from './web/shell.server'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: appCss },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Agorà' }]

export async function loader(args: LoaderFunctionArgs) {
  const { values, headers } = await shell(args)
  return data(values, { headers })
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext)
  const known = useRouteLoaderData<typeof loader>('root')
  const language = known?.language ?? 'it'
  const error = useRouteError()
  const kind = kindOf(error, useUnsavedWords() !== null)
  const t = useWords()
  return (
    <html lang={language} dir={directionOf(language)} data-person={known?.person?.id} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {error ? <title>{`${t(`shell.error.${kind}.title`)} · Agorà`}</title> : <Meta />}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  const { person, unread, notice, demonstration, legal, path } = useLoaderData<typeof loader>()
  const t = useWords()
  useAllWordsFromTheSecondPage()
  useOneSubmitAtATime()
  useFollowedLinks()
  useFocusOnNewPage()
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <SiteHeader person={person} unread={unread} path={path} />
      <NoticeBar notice={notice} />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <SiteFooter demonstration={demonstration} legal={legal} />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const known = useRouteLoaderData<typeof loader>('root')
  return (
    <>
      {known && <SiteHeader person={known.person} unread={known.unread} path={known.path} />}
      <main id="main" className="narrow">
        <Trouble error={error} />
      </main>
      {known && <SiteFooter demonstration={known.demonstration} legal={known.legal} />}
    </>
  )
}

function Trouble({ error }: { error: unknown }) {
  const t = useWords()
  const message = useMessage()
  const unsaved = useUnsavedWords()
  const subject = subjectOf(useLocation().pathname)
  const kind = kindOf(error, unsaved !== null)
  if (isRouteErrorResponse(error) && kind === 'signed-out') return <TypedAside typed={error.data.typed} />
  const sendsAgain = kind === 'broken' && unsaved !== null
  const reason = sendsAgain ? null : (reasonOf(error) ?? unsaved?.message)
  return (
    <>
      <h1>{t(`shell.error.${kind}.title`)}</h1>
      {reason && <p>{message(reason)}</p>}
      {(!reason || kind === 'not-saved') && <p>{t(`shell.error.${kind}.text`)}</p>}
      {sendsAgain ? <SendAgain typed={unsaved.sent} /> : <UnsavedWords />}
      <p className="actions">
        <a className={sendsAgain ? 'quiet-button' : 'button'} href="/">
          {t('shell.home')}
        </a>
        <WayOn reason={isRouteErrorResponse(error) ? error.data?.reason : undefined} />
        {subject && isPartClosed(error, kind) && <a href={subject}>{t('shell.back')}</a>}
      </p>
    </>
  )
}

/** Why the page may not be opened, where there is more to say than that. */
function reasonOf(error: unknown): string | null {
  if (!isRouteErrorResponse(error) || error.status !== 403) return null
  const { reason, values = {} } = error.data ?? {}
  return typeof reason === 'string' && reason !== 'forbidden' ? `refusals.${reason}|${JSON.stringify(values)}` : null
}

/** What the address is a part of, which may be read where the part may not: the poll of a ballot, the budget of a vote. */
function subjectOf(path: string) {
  const [, room, id, part] = path.split('/')
  return part && !['account', 'admin', 'desk'].includes(room ?? '') ? `/${room}/${id}` : null
}

/** The part may not be opened, or not any more; what it is a part of may still be read. */
function isPartClosed(error: unknown, kind: string) {
  return kind === 'not-saved' || (isRouteErrorResponse(error) && error.status === 403)
}

/** What went wrong, in the words of the error pages. */
function kindOf(error: unknown, isUnsaved: boolean) {
  if (!isRouteErrorResponse(error)) return 'broken'
  if (error.status === 401 && Array.isArray(error.data?.typed)) return 'signed-out'
  const kind = { 403: 'forbidden', 404: 'not-found' }[error.status] ?? 'broken'
  return isUnsaved && kind !== 'broken' ? 'not-saved' : kind
}
