import type { ReactNode } from 'react'
import { directionOf } from '#app/i18n/languages'
import appCss from '#app/styles/app.css?url'

type Props = {
  language: string
  title: string
  /** Of the body */
  className?: string
  /** Its own script, if it has one */
  script?: ReactNode
  /** Beside the name of the site */
  beside?: ReactNode
  children: ReactNode
}

/** A whole document with nothing of the rest of the site: no menu, no scripts but its own. */
export function BarePage({ language, title, className, script, beside, children }: Props) {
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Agorà`}</title>
        <link rel="stylesheet" href={appCss} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {script}
      </head>
      <body className={className}>
        <header className="site-header">
          <div className="site-bar">
            <a className="brand" href="/">
              Agorà
            </a>
            {beside}
          </div>
        </header>
        {children}
      </body>
    </html>
  )
}
