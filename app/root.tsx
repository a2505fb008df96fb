import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { NonceContext } from './components/nonce'
import { NoticeBar } from './components/notice-bar'
import { useOneSubmitAtATime } from './components/one-submit'
import { SiteFooter } from './components/site-footer'
import { SiteHeader } from './components/site-header'
import { TypedAside } from './components/typed-aside'
import { directionOf } from './i18n/languages'
import { useWords } from './i18n/use-words'
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
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
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
  const { person, unread, notice, demonstration, path } = useLoaderData<typeof loader>()
  const t = useWords()
  useOneSubmitAtATime()
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <SiteHeader person={person} unread={unread} path={path} />
      {notice && <NoticeBar notice={notice} />}
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <SiteFooter demonstration={demonstration} />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const t = useWords()
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (isRouteErrorResponse(error) && status === 401 && Array.isArray(error.data?.typed))
    return <TypedAside typed={error.data.typed} />
  const kind = status === 404 ? 'not-found' : status === 403 ? 'forbidden' : 'broken'
  const reason =
    isRouteErrorResponse(error) && status === 403 && typeof error.data?.reason === 'string' ? error.data.reason : null
  return (
    <main id="main" className="narrow">
      <title>{`${t(`shell.error.${kind}.title`)} · Agorà`}</title>
      <h1>{t(`shell.error.${kind}.title`)}</h1>
      <p>{reason && reason !== 'forbidden' ? t(`refusals.${reason}`) : t(`shell.error.${kind}.text`)}</p>
      <p>
        <a className="button" href="/">
          {t('shell.home')}
        </a>
      </p>
    </main>
  )
}
