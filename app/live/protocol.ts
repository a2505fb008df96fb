/** What travels over sockets: that something changed, never what. */

export type Signal = { kind: string; id: string; number: number }

export type ToBrowser = { changed: (signal: Signal) => void; bell: () => void }
export type ToServer = {
  watch: (subject: { kind: string; id: string }) => void
  leave: (subject: { kind: string; id: string }) => void
}
